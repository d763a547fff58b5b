import { model } from "@azora/sdk";
import { parseUnits } from "viem";
import type { ContributionDetail } from "#lib/api/types.ts";
import { WHOLE } from "../money.ts";

/** What a payment comes to, in the token's smallest units. */
export interface Parts {
  readonly citadel: bigint;
  /** Of the works that it is built on. */
  readonly upstream: bigint;
  readonly contributors: bigint;
}

/** How an amount is divided: as the ledger does it, if all of it arrives. */
export function partsOf(amount: bigint, { upstream }: Pick<ContributionDetail, "upstream">): Parts {
  const { citadel, people } = model.split(amount);
  const ppm = upstream.reduce((sum, { weight }) => sum + weight, 0);
  const cited = (people * BigInt(ppm)) / BigInt(WHOLE);
  return { citadel, upstream: cited, contributors: people - cited };
}

/** An amount such as `12.5` in the token's smallest units; undefined for anything else, and for nothing. */
export function readAmount(text: string, decimals: number): bigint | undefined {
  const [, fraction = ""] = /^\d+(?:\.(\d+))?$/.exec(text) ?? [];
  if (!/^\d+(\.\d+)?$/.test(text) || fraction.length > decimals) return undefined;
  const amount = parseUnits(text, decimals);
  return amount === 0n ? undefined : amount;
}

/** Whether a work can be paid by hand: now, later, or never. */
export function payableOf({ phase }: Pick<ContributionDetail, "phase">): "now" | "later" | "never" {
  if (phase === "Accepted" || phase === "Settled") return "now";
  return phase === "Rejected" || phase === "Void" ? "never" : "later";
}

/** The tokens in which a work was paid before, each once; AZR is always there. */
export function tokensOf({ rewards }: Pick<ContributionDetail, "rewards">, azr: string): string[] {
  return [...new Set([azr, ...rewards.map(({ token }) => token)])];
}
