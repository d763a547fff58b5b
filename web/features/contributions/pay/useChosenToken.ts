"use client";

import { readAddress } from "@azora/sdk";
import { useState } from "react";
import type { Address } from "viem";
import type { ContributionDetail } from "#lib/api/types.ts";
import type { TokenFacts } from "#lib/tokens/token.ts";
import { useToken } from "#lib/tokens/useToken.ts";
import { tokensOf } from "./model.ts";

export const ANOTHER = "another";

export interface ChosenToken {
  /** Those that are offered. */
  readonly tokens: readonly string[];
  readonly azr: string;
  /** One of them, or ANOTHER. */
  readonly choice: string;
  choose(choice: string): void;
  /** The address that is typed for another one. */
  readonly typed: string;
  type(address: string): void;
  /** What is wrong with it. */
  readonly trouble: "none" | "badAddress" | "noToken";
  /** Undefined until the token is known. */
  readonly facts: TokenFacts | undefined;
}

/** The token that a work is to be paid in. */
export function useChosenToken(work: ContributionDetail, azr: Address): ChosenToken {
  const [choice, choose] = useState<string>(azr);
  const [typed, type] = useState("");
  const address = choice === ANOTHER ? readAddress(typed.trim()) : readAddress(choice);
  const found = useToken(address ?? "");
  const facts = address === azr ? { address, symbol: "AZR", decimals: 18 } : found;
  const isBad = address === undefined;
  return {
    ...{ tokens: tokensOf(work, azr), azr, choice, choose, typed, type },
    trouble: isBad ? "badAddress" : facts === "none" ? "noToken" : "none",
    facts: isBad || typeof facts === "string" ? undefined : facts,
  };
}
