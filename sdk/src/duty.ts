/** A judge's place on a panel, as far as it matters for what to do there. Times in seconds, all of one kind of number. */
export interface DutyTimes<seconds extends bigint | number> {
  readonly commitEnd: seconds;
  readonly revealEnd: seconds;
  readonly isCommitted: boolean;
  readonly isRevealed: boolean;
}

/** What to do on a panel now, or what was done. Windows are half open: at the second at which one ends, the next has begun. */
export type DutyState = "commit" | "committed" | "reveal" | "revealed" | "missed";

/** @param now by the chain's clock */
export function dutyState<seconds extends bigint | number>(
  { commitEnd, revealEnd, isCommitted, isRevealed }: DutyTimes<seconds>,
  now: seconds,
): DutyState {
  if (isRevealed) return "revealed";
  if (now < commitEnd) return isCommitted ? "committed" : "commit";
  return isCommitted && now < revealEnd ? "reveal" : "missed";
}
