import type { contribution } from "@azora/indexer/schema";
import { Phase, Rule } from "@azora/sdk";
import type { Db } from "../../database/pools.ts";
import { epochEnd, readRule, requireClock } from "../protocol/clock.ts";

type Work = typeof contribution.$inferSelect;

/** When a scored work can be finalized: by the rules that it was registered under. */
export async function challengeEnd(
  db: Db,
  { phase, rulesVersion }: Work,
  round: { revealEnd: number | null } | undefined,
): Promise<number | null> {
  if (phase !== Phase.Scored || !round || round.revealEnd === null) return null;
  return round.revealEnd + (await readRule(db, rulesVersion, Rule.ChallengeWindow));
}

/** When the epoch of an accepted work can be sealed: by the present rules. */
export async function sealableAt(db: Db, { epoch }: Work): Promise<number | null> {
  if (epoch === null) return null;
  const clock = await requireClock(db);
  return epochEnd(clock, epoch) + clock.sealDelay;
}
