import { Attributions, Flow } from "../generated/constants.ts";

/** A part of a pot, in ppm. */
export type Share = { subject: string; weight: number };

export type Apportionment = {
  /** Largest first, equal ones by subject in code unit order; the weights sum to exactly 1,000,000. */
  shares: Share[];
  /** Subjects with an amount that got no share, for there were more than 100. */
  folded: number;
};

/**
 * Divides one million ppm in proportion to amounts, by largest remainder (Hamilton's method), with a floor.
 *
 * 1. The 100 largest amounts are kept; the part of the others is divided among those in proportion.
 * 2. Whoever's part is under 100 ppm gets 100 ppm; the rest is divided in proportion among the others, again
 *    until nobody is under it.
 * 3. Parts are rounded down, and the ppm that are left go to the largest remainders, equal ones by subject.
 *
 * Integers only, so the same on every machine.
 * @throws RangeError when no amount is above 0, or one is below
 */
export function apportion(amounts: ReadonlyMap<string, bigint>): Apportionment {
  const entries = [...amounts].map(([subject, amount]) => ({ subject, amount }));
  if (entries.some(({ amount }) => amount < 0n)) throw new RangeError("An amount is below 0.");
  const positive = entries
    .filter(({ amount }) => amount > 0n)
    .sort((a, b) => descending(a.amount, b.amount, a, b));
  if (positive.length === 0) throw new RangeError("There is nothing to divide by.");
  const kept = positive.slice(0, Attributions.MAX_SHARES);

  const floored = new Set<string>();
  for (;;) {
    const free = kept.filter(({ subject }) => !floored.has(subject));
    const pot = BigInt(Flow.TOTAL - floored.size * Attributions.MIN_WEIGHT);
    const whole = free.reduce((sum, { amount }) => sum + amount, 0n);
    const under = free.filter(({ amount }) => pot * amount < BigInt(Attributions.MIN_WEIGHT) * whole);
    for (const { subject } of under) floored.add(subject);
    if (under.length > 0) continue;

    const parts = free.map(({ subject, amount }) => ({
      subject,
      weight: Number((pot * amount) / whole),
      remainder: (pot * amount) % whole,
    }));
    let left = Number(pot) - parts.reduce((sum, { weight }) => sum + weight, 0);
    for (const part of [...parts].sort((a, b) => descending(a.remainder, b.remainder, a, b))) {
      if (left-- <= 0) break;
      part.weight += 1;
    }
    const shares = [
      ...parts,
      ...[...floored].map((subject) => ({ subject, weight: Attributions.MIN_WEIGHT })),
    ]
      .map(({ subject, weight }) => ({ subject, weight }))
      .sort((a, b) => b.weight - a.weight || (a.subject < b.subject ? -1 : 1));
    return { shares, folded: positive.length - kept.length };
  }
}

function descending(a: bigint, b: bigint, one: { subject: string }, other: { subject: string }): number {
  if (a !== b) return a > b ? -1 : 1;
  return one.subject < other.subject ? -1 : 1;
}
