import type { contribution } from "@azora/indexer/schema";
import { Phase, Rule } from "@azora/sdk";
import type { Db } from "../../database/pools.ts";
import { epochEnd, readRule, requireClock } from "../protocol/clock.ts";

type Work = typeof contribution.$inferSelect;

/**
 * When a scored work can be finalized: by the rules that it was registered under, at the end of its challenge window; once
 * it was challenged, when the second panel's reveal window ended. A panel that was never drawn had none.
 */
export async function challengeEnd(
  db: Db,
  { phase, rulesVersion, challenged, round: present, scoredRound }: Work,
  rounds: readonly { round: number; revealEnd: number | null }[],
): Promise<number | null> {
  if (phase !== Phase.Scored) return null;
  const last = rounds.findLast(({ revealEnd }) => revealEnd !== null);
  if (last === undefined || last.revealEnd === null) return null;
  const isSecond = challenged && (last.round !== scoredRound || last.round === present);
  if (isSecond) return last.revealEnd;
  return last.revealEnd + (await readRule(db, rulesVersion, Rule.ChallengeWindow));
}

/** When the epoch of an accepted work can be sealed: by the present rules. */
export async function sealableAt(db: Db, { epoch }: Work): Promise<number | null> {
  if (epoch === null) return null;
  const clock = await requireClock(db);
  return epochEnd(clock, epoch) + clock.sealDelay;
}
