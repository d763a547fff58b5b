import { flow, payment, pool, reward, settlement } from "@azora/indexer/schema";
import { PotOrigin } from "@azora/sdk";
import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Builder } from "../../database/pools.ts";
import { type Given, isOneOf, type Reading, reading, readOne, type Several } from "../../database/reading.ts";
import { checksum, kindOf, orNull, potOriginName, toSeconds, wei } from "../../http/format.ts";
import type { contributionDetailSchema, poolSchema } from "./schema.ts";

type Detail = z.infer<typeof contributionDetailSchema>;

/** The latest flows that are shown with a work. */
const FLOWS = 20;

export type Settlement = NonNullable<Detail["settlement"]>;

/** What each of these works was paid; those that are not settled are left out. */
export const settlementsOf = (db: Builder, works: Several) =>
  reading(
    [db.select().from(settlement).where(isOneOf(settlement.contribution, works))],
    (rows) => new Map(rows.map((row) => [row.contribution, toSettlement(row)])),
  );

export const readSettlements = readOne(["works"], (db, { works }) => settlementsOf(db, works));

const toSettlement = (row: typeof settlement.$inferSelect): Settlement => ({
  epoch: row.epoch,
  points: wei(row.points),
  rate: wei(row.rate),
  amount: wei(row.amount),
  citadel: wei(row.citadel),
  people: wei(row.amount - row.citadel),
  settledAt: toSeconds(row.settledAt),
  tx: row.tx,
});

/** What flowed out of a work, latest first. Ids of events grow with time. */
export function flowsOf(db: Builder, id: Given<Hex>): Reading<Detail["flows"]> {
  const [theirs, order] = [eq(flow.source, id), desc(flow.id)];
  const latest = db.select({ id: flow.id }).from(flow).where(theirs).orderBy(order).limit(FLOWS);
  const queries = [
    db.select().from(flow).where(theirs).orderBy(order).limit(FLOWS),
    db
      .select()
      .from(payment)
      .where(inArray(payment.flow, latest))
      .orderBy(asc(payment.flow), asc(payment.position)),
  ] as const;
  return reading(queries, (flows, payments) =>
    flows.map((row) => ({
      id: row.id,
      token: checksum(row.token),
      origin: potOriginName(row.origin),
      settlement: row.origin === PotOrigin.Settlement,
      amount: wei(row.amount),
      minted: wei(row.minted),
      timestamp: toSeconds(row.timestamp),
      tx: row.tx,
      payments: payments.filter((each) => each.flow === row.id).map(toPayment),
    })),
  );
}

const toPayment = ({ node, amount, minted }: typeof payment.$inferSelect) => ({
  node,
  kind: kindOf(node),
  amount: wei(amount),
  minted: wei(minted),
});

export type Pool = z.infer<typeof poolSchema>;

const EMPTY = { balance: "0", minted: "0", received: "0" } as const;

/** What waits for a node, of one token. */
export const poolOf = (db: Builder, token: Given<Hex>, node: Given<Hex>): Reading<Pool> =>
  reading(
    [
      db
        .select()
        .from(pool)
        .where(and(eq(pool.token, token), eq(pool.node, node))),
    ],
    ([row]) => {
      const found = orNull(row, ({ balance, minted, received }) => ({
        balance: wei(balance),
        minted: wei(minted),
        received: wei(received),
      }));
      return found ?? EMPTY;
    },
  );

/** The most tokens of which pools and credits are shown: anybody can make one, and reward with it. */
export const TOKENS = 20;

export type TokenPool = Detail["tokenPools"][number];

/** What waits for a node of other tokens. */
export const tokenPoolsOf = (db: Builder, azr: Given<Hex>, node: Given<Hex>): Reading<TokenPool[]> =>
  reading(
    [
      db
        .select()
        .from(pool)
        .where(and(eq(pool.node, node), ne(pool.token, azr)))
        .orderBy(asc(pool.token))
        .limit(TOKENS),
    ],
    (rows) =>
      rows.map(({ token, balance, received }) => ({
        token: checksum(token),
        balance: wei(balance),
        received: wei(received),
      })),
  );

const REWARDS = 20;

/** What was paid to a work directly, latest first. Ids of events grow with time. */
export const rewardsOf = (db: Builder, id: Given<Hex>): Reading<Detail["rewards"]> =>
  reading(
    [db.select().from(reward).where(eq(reward.contribution, id)).orderBy(desc(reward.id)).limit(REWARDS)],
    (rows) =>
      rows.map((row) => ({
        id: row.id,
        token: checksum(row.token),
        payer: checksum(row.payer),
        amount: wei(row.amount),
        citadel: wei(row.citadel),
        timestamp: toSeconds(row.timestamp),
        tx: row.tx,
      })),
  );
