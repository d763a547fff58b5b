import { protocol, ruleValue } from "@azora/indexer/schema";
import { Rule } from "@azora/sdk";
import { and, eq } from "drizzle-orm";
import type { Db } from "../../database/pools.ts";
import { ProblemError } from "../../http/errors.ts";

/** How epochs follow each other, in seconds. */
export interface Clock {
  genesisTime: number;
  epochLength: number;
  /** Of the present rules. */
  sealDelay: number;
}

type Totals = typeof protocol.$inferSelect;

/** The row of totals. */
export async function requireTotals(db: Db): Promise<Totals> {
  const [row] = await db.select().from(protocol);
  if (row === undefined) throw incomplete();
  return row;
}

export async function requireClock(db: Db): Promise<Clock> {
  return clockOf(db, await requireTotals(db));
}

export async function clockOf(db: Db, { genesisTime, epochLength, rulesVersion }: Totals): Promise<Clock> {
  if (genesisTime === null || epochLength === null) throw incomplete();
  return {
    genesisTime: Number(genesisTime),
    epochLength: Number(epochLength),
    sealDelay: await readRule(db, rulesVersion, Rule.SealDelay),
  };
}

const incomplete = () =>
  new ProblemError(
    503,
    "The deployment of the contracts is not complete as of this block. Try again in a moment.",
  );

export const epochStart = ({ genesisTime, epochLength }: Clock, epoch: number): number =>
  genesisTime + epoch * epochLength;

export const epochEnd = (clock: Clock, epoch: number): number => epochStart(clock, epoch + 1);

/** The epoch of a moment; those before epoch 0 count as it. */
export const epochAt = ({ genesisTime, epochLength }: Clock, time: number): number =>
  Math.max(0, Math.floor((time - genesisTime) / epochLength));

export async function readRule(db: Db, version: number, rule: Rule): Promise<number> {
  const [row] = await db
    .select({ value: ruleValue.value })
    .from(ruleValue)
    .where(and(eq(ruleValue.version, version), eq(ruleValue.rule, rule)));
  if (row === undefined) throw new Error(`The index has no rule ${rule} of version ${version}.`);
  return Number(row.value);
}
