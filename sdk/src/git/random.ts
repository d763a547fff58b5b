import { createHash } from "node:crypto";

/** A stream of numbers that a seed determines: for demonstrations, never for anything that must not be guessed. */
export type Random = {
  /** In [0, 1). */
  next: () => number;
  /** A whole number from `least` to `most`, both included. */
  whole: (least: number, most: number) => number;
  pick: <T>(items: readonly T[]) => T;
};

/**
 * mulberry32 (Tommy Ettinger; public domain), its 32 bits of state taken from SHA-256 of the seed's text, so that
 * neighbouring seeds give unlike streams. 32-bit integer steps only: the same on every machine.
 */
export function randomFrom(seed: string): Random {
  let state = createHash("sha256").update(seed).digest().readUInt32BE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new RangeError("There is nothing to pick from.");
    return item;
  };
  return { next, whole, pick };
}
