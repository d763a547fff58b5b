/** The largest odd number of seats up to `limit` that leaves 2n + 1 others for a second panel; 0 if there is none. */
export function panelSize(limit: bigint, seats: bigint): bigint {
  for (let n = limit; n > 0n; n--) {
    if (n % 2n === 1n && 3n * n + 1n <= seats) return n;
  }
  return 0n;
}

/**
 * Twice the first panel and one more, or the largest odd number of seats that nobody of the first panel needs; 0 if that
 * would be fewer than the first panel.
 */
export function secondPanelSize(first: bigint, seats: bigint): bigint {
  for (let n = 2n * first + 1n; n >= first; n--) {
    if (n % 2n === 1n && n + first <= seats) return n;
  }
  return 0n;
}

/** ceil(2n / 3): how many votes of a panel of n must count. */
export function quorum(n: bigint): bigint {
  let votes = 0n;
  while (3n * votes < 2n * n) votes += 1n;
  return votes;
}

/** The middle vote, or the lower of the two middle ones. */
export function lowerMedian(votes: readonly bigint[]): bigint {
  const sorted = votes.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const middle = sorted[Math.ceil(sorted.length / 2) - 1];
  if (middle === undefined) throw new RangeError("Nobody voted, so there is no median.");
  return middle;
}

/** One level is a factor of two; level 0 is worth nothing. */
export function points(level: bigint): bigint {
  return level === 0n ? 0n : 2n ** (level - 1n);
}
