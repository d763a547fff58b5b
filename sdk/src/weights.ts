import { formatUnits } from "viem";
import { Flow } from "./generated/constants.ts";

/** A part of a pot as people write it: at most four decimals, which is as fine as the chain counts. */
const PERCENT = /^(\d{1,3})(?:\.(\d{1,4}))?$/;

/** `33.3333` (with `%` or without) in ppm; undefined for anything else, what is over 100% included. */
export function parsePercent(text: string): number | undefined {
  const [, whole, part = ""] = PERCENT.exec(text.trim().replace(/\s*%$/, "")) ?? [];
  if (whole === undefined) return undefined;
  const weight = Number(whole) * 10_000 + Number(part.padEnd(4, "0"));
  return weight <= Flow.TOTAL ? weight : undefined;
}

/** `33.3333`: the exact number of percent, without its sign. */
export const formatPercent = (weight: number): string => formatUnits(BigInt(weight), 4);

/** So many weights that differ by one ppm at most and make a whole; the first ones get what is left over. */
export function evenWeights(count: number, total: number = Flow.TOTAL): number[] {
  const least = Math.floor(total / count);
  const over = total - least * count;
  return Array.from({ length: count }, (_, place) => least + (place < over ? 1 : 0));
}
