import {
  bondAt,
  Direction,
  isParty,
  Outcome,
  type RoundView,
  rule,
  shareKey,
  type View,
  voteKey,
  type WorkView,
} from "@azora/sdk";
import type { Duty } from "./duty.ts";

/** By so many levels a vote of an overturned panel must differ from the second median. */
const MARGIN = 2;

/** What judges did wrong and nobody has proven, and what those of a second panel have not yet been credited. */
export function afterwards(view: View, work: WorkView): Duty[] {
  const rounds = [...work.past, work.round];
  return [
    ...rounds.flatMap((round) => absences(view, work, round)),
    ...outliers(view, work),
    ...shares(work),
  ];
}

/** Whether a slash of a judge for a round has something to take, and was not made. */
function isPunishable(
  view: View,
  { contribution }: WorkView,
  round: RoundView,
  judge: `0x${string}`,
): boolean {
  if (view.slashes.has(voteKey(contribution, round.round, judge))) return false;
  return bondAt(view, judge, round.armedAt) > 0n;
}

/** Whoever was drawn and did not commit, or committed and did not reveal; a party to the work is excused. */
function absences(view: View, work: WorkView, round: RoundView): Duty[] {
  if (round.revealEnd === 0n || view.timestamp < round.revealEnd) return [];
  // Rules may let this fault alone go free; the others cost three tenths of the bond at least.
  const isFree = rule(view, "SlashNoCommit", work.rulesVersion) === 0n;
  return round.panel.flatMap((validator, position): Duty[] => {
    if (round.revealed.has(validator) || isParty(view, work, validator)) return [];
    if (isFree && !round.committed.has(validator)) return [];
    if (!isPunishable(view, work, round, validator)) return [];
    return [{ kind: "proveAbsence", node: work.contribution, round: round.round, validator, position }];
  });
}

/** First-panel votes two or more levels from the second median, on the side that was overturned. */
function outliers(view: View, work: WorkView): Duty[] {
  const { challenge } = work;
  if (challenge?.outcome !== Outcome.Upheld || challenge.secondLevel === undefined) return [];
  const { first, direction, secondLevel } = challenge;
  return [...first.revealed].flatMap(([validator, level]): Duty[] => {
    const away = direction === Direction.Up ? secondLevel - level : level - secondLevel;
    if (away < MARGIN || !isPunishable(view, work, first, validator)) return [];
    return [{ kind: "proveOutlier", node: work.contribution, round: first.round, validator }];
  });
}

/** Counted votes of the second panel, in all its rounds, each of which has its part of the fee. */
function shares({ contribution, challenge }: WorkView): Duty[] {
  if (challenge === undefined || challenge.outcome === Outcome.Pending) return [];
  const counted = challenge.rounds.flatMap(({ round, revealed }) =>
    [...revealed.keys()].map((validator) => ({ round, validator })),
  );
  // A fee that is less than one wei for each leaves nothing to share.
  if (challenge.fee < BigInt(counted.length)) return [];
  return counted
    .filter(({ round, validator }) => !challenge.shared.has(shareKey(round, validator)))
    .map((vote) => ({ kind: "shareFee", node: contribution, ...vote }));
}
