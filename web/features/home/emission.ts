import { constants } from "@azora/sdk";

const { FIRST_BUDGET, HALVING, MAX_SUPPLY } = constants.Emission;

/** How many halvings are drawn: after so many, less than a thirtieth of the ceiling is left. */
const HALVINGS = 5;
export const LAST_EPOCH = Number(HALVING) * HALVINGS;

/** The most that can have been minted when this many epochs are over: the sum of their budgets. */
export function ceilingAfter(epochs: number): bigint {
  let [rest, budget, total] = [BigInt(epochs), FIRST_BUDGET, 0n];
  while (rest > 0n && budget > 0n) {
    const count = rest < HALVING ? rest : HALVING;
    total += count * budget;
    rest -= count;
    budget /= 2n;
  }
  return total;
}

/** The ceiling over the epochs as the line of a picture of this size. It bends at each halving, and is straight between. */
export function ceilingLine(width: number, height: number): string {
  const corners = Array.from({ length: HALVINGS + 1 }, (_, halving) => {
    const { x, y } = placeOf(halving * Number(HALVING), width, height);
    return `${x},${y}`;
  });
  return `M${corners.join(" L")}`;
}

/** Where an epoch is on that line. */
export function placeOf(epoch: number, width: number, height: number): { x: number; y: number } {
  const shown = Math.min(epoch, LAST_EPOCH);
  const part = Number((ceilingAfter(shown) * 10_000n) / MAX_SUPPLY) / 10_000;
  return { x: round((shown / LAST_EPOCH) * width), y: round(height - part * height) };
}

const round = (value: number): number => Math.round(value * 100) / 100;
