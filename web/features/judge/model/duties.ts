import { type DutyState, dutyState } from "@azora/sdk";
import type { Schemas } from "@azora/sdk/api";

export type Duty = Schemas["Duty"];

/** A duty with a round that is being voted on. */
export interface OpenDuty {
  readonly duty: Duty;
  readonly state: DutyState | "leaked";
  /** The end of the window in which something is to be done or to happen next, in seconds. */
  readonly deadline: number;
  readonly commitEnd: number;
  readonly revealEnd: number;
}

/** What comes first: a vote that would be lost, then one that is not given, then what only has to be waited for. */
const URGENCY: Readonly<Record<OpenDuty["state"], number>> = {
  reveal: 0,
  commit: 1,
  committed: 2,
  revealed: 3,
  missed: 4,
  leaked: 5,
};

export function openDuty(duty: Duty, now: number): OpenDuty | undefined {
  const { commitEnd, revealEnd, committedAt, revealedAt } = duty;
  if (commitEnd === null || revealEnd === null) return undefined;
  const done = { isCommitted: committedAt !== null, isRevealed: revealedAt !== null };
  const state = duty.leakedAt === null ? dutyState({ commitEnd, revealEnd, ...done }, now) : "leaked";
  const deadline = state === "commit" || state === "committed" ? commitEnd : revealEnd;
  return { duty, state, deadline, commitEnd, revealEnd };
}

/** The most urgent first, and of the equally urgent the one that ends first. */
export function sortDuties(duties: readonly Duty[], now: number): OpenDuty[] {
  return duties
    .flatMap((duty) => openDuty(duty, now) ?? [])
    .sort((a, b) => URGENCY[a.state] - URGENCY[b.state] || a.deadline - b.deadline);
}
