import { type Address, parseEther } from "viem";
import { readAddress } from "../address.ts";
import { parsePercent } from "../weights.ts";
import { UsageError } from "./exit.ts";

/** A whole number within bounds. */
export function parseWhole(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  const bounds =
    most === Number.MAX_SAFE_INTEGER
      ? `from ${least} on`
      : `from ${least} to ${most.toLocaleString("en-US")}`;
  throw new UsageError(`${option} must be a whole number ${bounds}; it is "${text}".`);
}

/** An account's address, in any case; a mixed case must have the right checksum. */
export function parseAddress(option: string, text: string): Address {
  const address = readAddress(text);
  if (address !== undefined) return address;
  throw new UsageError(`${option} must be an address; "${text}" is none, or a letter of it is wrong.`);
}

/** An amount of ETH in wei. */
export function parseEth(option: string, text: string): bigint {
  if (/^\d+(\.\d{1,18})?$/.test(text)) return parseEther(text);
  throw new UsageError(`${option} must be an amount of ETH such as 0.05; it is "${text}".`);
}

/** A weight in ppm, from `60%`, `33.3333%`, or ppm themselves. */
export function parseWeight(text: string): number {
  const percent = text.endsWith("%") ? parsePercent(text) : undefined;
  if (percent !== undefined) return percent;
  if (!/^\d{1,7}$/.test(text)) {
    throw new UsageError(
      `"${text}" is not a weight: write a percentage such as 60%, with four decimals at most.`,
    );
  }
  if (Number(text) > 0 && Number(text) <= 100) {
    throw new UsageError(
      `The weight "${text}" has no unit: write ${text}%, or parts per million such as 600000.`,
    );
  }
  return Number(text);
}

/** `node=weight,node=weight`. */
export function parsePairs(option: string, text: string): { name: string; weight: number }[] {
  return text.split(",").map((pair) => {
    const place = pair.lastIndexOf("=");
    if (place < 1)
      throw new UsageError(`${option}: "${pair.trim()}" must be node=weight, such as github:alice=60%.`);
    return { name: pair.slice(0, place).trim(), weight: parseWeight(pair.slice(place + 1).trim()) };
  });
}
