import { contribution, ruleValue } from "@azora/indexer/schema";
import { Phase, Rule } from "@azora/sdk";
import { and, eq } from "drizzle-orm";
import type { Hex } from "viem";
import type { Builder } from "../../database/pools.ts";
import { type Given, reading } from "../../database/reading.ts";
import { epochEnd, type FoundClock, requireClock, requireRule } from "../protocol/clock.ts";

type Work = typeof contribution.$inferSelect;

/** For how long a work's score can be challenged, by the rules that it was registered under. */
export const challengeWindowOf = (db: Builder, id: Given<Hex>) =>
  reading(
    [
      db
        .select({ value: ruleValue.value })
        .from(contribution)
        .innerJoin(
          ruleValue,
          and(eq(ruleValue.version, contribution.rulesVersion), eq(ruleValue.rule, Rule.ChallengeWindow)),
        )
        .where(eq(contribution.id, id)),
    ],
    ([row]) => row?.value,
  );

/**
 * When a scored work can be finalized: by the rules that it was registered under, at the end of its challenge window; once
 * it was challenged, when the second panel's reveal window ended. A panel that was never drawn had none.
 */
export function challengeEnd(
  { phase, rulesVersion, challenged, round: present, scoredRound }: Work,
  rounds: readonly { round: number; revealEnd: number | null }[],
  challengeWindow: bigint | undefined,
): number | null {
  if (phase !== Phase.Scored) return null;
  const last = rounds.findLast(({ revealEnd }) => revealEnd !== null);
  if (last === undefined || last.revealEnd === null) return null;
  const isSecond = challenged && (last.round !== scoredRound || last.round === present);
  if (isSecond) return last.revealEnd;
  return last.revealEnd + requireRule(challengeWindow, rulesVersion, Rule.ChallengeWindow);
}

/** When the epoch of an accepted work can be sealed: by the present rules. */
export function sealableAt({ epoch }: Work, found: FoundClock): number | null {
  if (epoch === null) return null;
  const clock = requireClock(found);
  return epochEnd(clock, epoch) + clock.sealDelay;
}
