import {
  contribution,
  contributorShare,
  epoch,
  flow,
  reward,
  ruleValue,
  settlement,
  upstreamShare,
} from "@azora/indexer/schema";
import { type Attribution, PotOrigin, Rule } from "@azora/sdk";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Hex } from "viem";
import type { Db } from "../../database/pools.ts";
import type { PaymentRow } from "./incoming.ts";
import type { FlowRow } from "./why.ts";

/** What some payments follow from. */
export interface Sources {
  flows: ReadonlyMap<string, FlowRow>;
  attributions: ReadonlyMap<Hex, Attribution>;
  settlements: ReadonlyMap<Hex, SettlementRow>;
  rewards: readonly (typeof reward.$inferSelect)[];
}

export type SettlementRow = Awaited<ReturnType<typeof readSettlements>>[number];

export async function readSources(db: Db, payments: readonly PaymentRow[]): Promise<Sources> {
  const ids = [...new Set(payments.map((row) => row.flow))];
  const flows = await db.select().from(flow).where(inArray(flow.id, ids));
  const works = [...new Set(flows.map(({ source }) => source))];
  const settlements = await readSettlements(db, works);
  const rewarded = flows.filter(({ origin }) => origin === PotOrigin.Reward).map(({ tx }) => tx);
  return {
    flows: new Map(flows.map((row) => [row.id, row])),
    attributions: await readAttributions(db, works),
    settlements: new Map(settlements.map((row) => [row.settlement.contribution, row])),
    rewards:
      rewarded.length === 0
        ? []
        : await db
            .select()
            .from(reward)
            .where(and(inArray(reward.contribution, works), inArray(reward.tx, rewarded))),
  };
}

const readSettlements = (db: Db, works: Hex[]) =>
  db
    .select({
      settlement,
      level: contribution.level,
      late: contribution.late,
      epochPoints: epoch.points,
      budget: epoch.budget,
      cap: ruleValue.value,
    })
    .from(settlement)
    .innerJoin(contribution, eq(contribution.id, settlement.contribution))
    .leftJoin(epoch, eq(epoch.number, settlement.epoch))
    .leftJoin(
      ruleValue,
      and(eq(ruleValue.version, contribution.rulesVersion), eq(ruleValue.rule, Rule.PointPriceCap)),
    )
    .where(inArray(settlement.contribution, works));

/** In the order in which the contracts take shares, which is that of their nodes. */
async function readAttributions(db: Db, works: Hex[]): Promise<Map<Hex, Attribution>> {
  const contributors = await db
    .select()
    .from(contributorShare)
    .where(inArray(contributorShare.contribution, works))
    .orderBy(asc(contributorShare.node));
  const upstream = await db
    .select()
    .from(upstreamShare)
    .where(inArray(upstreamShare.contribution, works))
    .orderBy(asc(upstreamShare.upstream));
  return new Map(
    works.map((work) => [
      work,
      {
        contributors: contributors
          .filter((row) => row.contribution === work)
          .map(({ node, weight }) => ({ node, weight })),
        upstream: upstream
          .filter((row) => row.contribution === work)
          .map(({ upstream: node, weight }) => ({ node, weight })),
      },
    ]),
  );
}
