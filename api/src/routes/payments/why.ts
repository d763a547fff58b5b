import { type flow, payment } from "@azora/indexer/schema";
import { PotOrigin } from "@azora/sdk";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { potOriginName, wei } from "../../http/format.ts";
import { rewardOf, settlementOf, shareOf } from "./explain.ts";
import { type PaymentRow, readIncoming } from "./incoming.ts";
import { toPayment } from "./payment.ts";
import type { stepSchema } from "./schema.ts";
import { readSources, type Sources } from "./sources.ts";

type Step = z.infer<typeof stepSchema>;
export type FlowRow = typeof flow.$inferSelect;

const STEPS = 50;
const INCOMING = 20;

/**
 * How a payment came about, back to the settlements and rewards that it is made of; undefined if there is none.
 * @param most Steps; each costs a question, and each level of them some more.
 */
export async function explainPayment(
  db: Db,
  id: string,
  position: number,
  most = STEPS,
): Promise<{ steps: Step[]; isWhole: boolean } | undefined> {
  let level = await db
    .select()
    .from(payment)
    .where(and(eq(payment.flow, id), eq(payment.position, position)));
  if (level.length === 0) return undefined;
  const steps: Step[] = [];
  const known = new Set<string>();
  let isWhole = true;
  // A flow is later than what fills its pool, so this ends.
  while (level.length > 0) {
    const sources = await readSources(db, level);
    const next: PaymentRow[] = [];
    for (const row of level) {
      const incoming = await incomingOf(db, row, sources);
      steps.push(toStep(row, sources, incoming));
      isWhole &&= incoming.length <= INCOMING;
      for (const part of incoming.slice(0, INCOMING)) {
        if (known.has(keyOf(part))) continue;
        known.add(keyOf(part));
        next.push(part);
      }
    }
    level = next.slice(0, most - steps.length);
    isWhole &&= level.length === next.length;
  }
  return { steps, isWhole };
}

const keyOf = ({ flow: id, position }: PaymentRow) => `${id}.${position}`;

/** What came into the pool that was emptied, if it was one: one more than is told, if there is more. */
const incomingOf = async (db: Db, row: PaymentRow, { flows }: Sources): Promise<PaymentRow[]> =>
  flows.get(row.flow)?.origin === PotOrigin.Pool ? readIncoming(db, row, { limit: INCOMING + 1 }) : [];

function toStep(row: PaymentRow, sources: Sources, incoming: readonly PaymentRow[]): Step {
  const pot = sources.flows.get(row.flow);
  if (pot === undefined) throw new Error(`The index has no flow ${row.flow}, of which a payment is a part.`);
  const share = shareOf(row, pot, sources);
  const settlement = settlementOf(pot, sources);
  const reward = rewardOf(pot, sources);
  const isWhole = incoming.length <= INCOMING;
  const sum = incoming.reduce((total, part) => total + part.amount, 0n);
  const isFilled = pot.origin !== PotOrigin.Pool || !isWhole || sum === pot.amount;
  return {
    ...toPayment(row),
    pot: { origin: potOriginName(pot.origin), amount: wei(pot.amount), minted: wei(pot.minted) },
    share: share?.told ?? null,
    settlement: settlement?.told ?? null,
    reward: reward?.told ?? null,
    incoming: incoming.slice(0, INCOMING).map((part) => ({
      flow: part.flow,
      position: part.position,
      source: part.source,
      amount: wei(part.amount),
      minted: wei(part.minted),
    })),
    isWhole,
    adds:
      isFilled &&
      share?.adds === true &&
      (pot.origin !== PotOrigin.Settlement || settlement?.adds === true) &&
      (pot.origin !== PotOrigin.Reward || reward?.adds === true),
  };
}
