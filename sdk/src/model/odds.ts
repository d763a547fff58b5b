/** Seats of which some vote together, and the size of the first panel; the second has 2n + 1 of the others. */
export interface Bench {
  readonly seats: number;
  readonly hostile: number;
  readonly panel: number;
}

export interface CaptureOdds {
  /** The chance that those who vote together hold the majority of a first panel, and so its median. */
  readonly first: number;
  /** The chance that they hold the second panel's as well. */
  readonly both: number;
  /**
   * What they must gain by both panels to get even, in seat bonds: each of them on a first panel that is overturned pays the
   * fault of an outlier. They know the first panel before they vote, so they try only where they hold it. Infinity if they
   * can never hold both.
   */
  readonly breakEven: number;
}

/**
 * Exact chances of a captured score, by the hypergeometric distribution.
 * @param outlier part of a seat bond that an overturned vote costs, 0 to 1
 * @throws RangeError if the two panels do not fit into the seats
 */
export function captureOdds({ seats, hostile, panel }: Bench, outlier: number): CaptureOdds {
  const second = 2 * panel + 1;
  if (hostile > seats || panel + second > seats)
    throw new RangeError(`${seats} seats hold no two panels of ${panel} and ${second}, or not ${hostile}.`);
  let first = 0;
  let both = 0;
  let paid = 0;
  for (let held = (panel + 1) / 2; held <= panel; held += 1) {
    const chance = hypergeometric(seats, hostile, panel, held);
    const again = atLeast(seats - panel, hostile - held, second, (second + 1) / 2);
    first += chance;
    both += chance * again;
    paid += chance * (1 - again) * held * outlier;
  }
  return { first, both, breakEven: both === 0 ? Number.POSITIVE_INFINITY : paid / both };
}

/** The chance of `least` or more of the marked among `drawn`. */
function atLeast(all: number, marked: number, drawn: number, least: number): number {
  let sum = 0;
  for (let count = least; count <= drawn; count += 1) sum += hypergeometric(all, marked, drawn, count);
  return sum;
}

/** The chance of exactly `count` of the marked among `drawn` of all. */
function hypergeometric(all: number, marked: number, drawn: number, count: number): number {
  const ways = choose(marked, count) * choose(all - marked, drawn - count);
  return ratio(ways, choose(all, drawn));
}

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let i = 1n; i <= BigInt(k); i += 1n) ways = (ways * (BigInt(n) - BigInt(k) + i)) / i;
  return ways;
}

/** Of whole numbers far beyond those that a float holds exactly. */
function ratio(part: bigint, whole: bigint): number {
  const SCALE = 10n ** 18n;
  return Number((part * SCALE) / whole) / Number(SCALE);
}
