import { protocol, ruleValue } from "@azora/indexer/schema";
import { Rule } from "@azora/sdk";
import { and, eq } from "drizzle-orm";
import type { Builder, Db } from "../../database/pools.ts";
import { reading, readOne } from "../../database/reading.ts";
import { ProblemError } from "../../http/errors.ts";

/** How epochs follow each other, in seconds. */
export interface Clock {
  genesisTime: number;
  epochLength: number;
  /** Of the present rules. */
  sealDelay: number;
}

type Totals = typeof protocol.$inferSelect;

/** The row of totals, if there is one, for {@link requireTotals}. */
export const totalsOf = (db: Builder) => reading([db.select().from(protocol)], ([row]) => row);

export function requireTotals(found: Totals | undefined): Totals {
  if (found === undefined) throw incomplete();
  return found;
}

const readFoundTotals = readOne([], totalsOf);

export const readTotals = async (db: Db): Promise<Totals> => requireTotals(await readFoundTotals(db, {}));

/** As the totals tell it, with the delay of their rules. */
const clockColumns = {
  genesisTime: protocol.genesisTime,
  epochLength: protocol.epochLength,
  rulesVersion: protocol.rulesVersion,
  sealDelay: ruleValue.value,
};

/** What there is of it, for {@link requireClock}. */
export const clockOf = (db: Builder) =>
  reading(
    [
      db
        .select(clockColumns)
        .from(protocol)
        .leftJoin(
          ruleValue,
          and(eq(ruleValue.version, protocol.rulesVersion), eq(ruleValue.rule, Rule.SealDelay)),
        ),
    ],
    ([row]) => row,
  );

export type FoundClock = ReturnType<ReturnType<typeof clockOf>["make"]>;

export function requireClock(found: FoundClock): Clock {
  if (found === undefined || found.genesisTime === null || found.epochLength === null) throw incomplete();
  return {
    genesisTime: Number(found.genesisTime),
    epochLength: Number(found.epochLength),
    sealDelay: requireRule(found.sealDelay, found.rulesVersion, Rule.SealDelay),
  };
}

const readFoundClock = readOne([], clockOf);

export const readClock = async (db: Db): Promise<Clock> => requireClock(await readFoundClock(db, {}));

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

export function requireRule(value: bigint | null | undefined, version: number, rule: Rule): number {
  if (value === null || value === undefined)
    throw new Error(`The index has no rule ${rule} of version ${version}.`);
  return Number(value);
}
