/** Choices that one seed determines wholly, so that a run can be repeated. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  pick<item>(items: readonly item[]): item;
  /** @param probability From 0 to 1. */
  chance(probability: number): boolean;
}

/** Mulberry32. Each step of a run has its own stream, so that leaving out one step leaves the others as they are. */
export function randomOf(seed: number, step: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(step + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items.slice(below(items.length))[0];
      if (item === undefined) throw new RangeError("There is nothing to pick from.");
      return item;
    },
  };
}
