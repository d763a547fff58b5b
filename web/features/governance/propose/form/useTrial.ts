"use client";

import { type Deployment, explain, type ProposalContent } from "@azora/sdk";
import { useAsked } from "#lib/browser/useAsked.ts";
import { loadStack } from "#wallet/store.ts";

export type Trial =
  | { readonly result: "passes" | "untried"; readonly of: string }
  | { readonly result: "refused"; readonly sentence: string; readonly of: string };

/** Failures that say nothing about the call. */
const CONNECTION: readonly string[] = ["NoConnection", "TooManyRequests", "NoWallet"];

/**
 * Tries a proposal's actions out on the node as its timelock would do them, each by itself, as things stand now. Undefined
 * until there is an answer to this very proposal.
 */
export function useTrial(
  { addresses: { timelock, azoraToken } }: Deployment,
  { targets, values, calldatas }: ProposalContent,
  block: number,
): Trial | undefined {
  const of = `${targets.join()} ${values.join()} ${calldatas.join()}`;
  const trial = useAsked(async (): Promise<Trial> => {
    try {
      const { client } = await loadStack();
      for (const [place, to] of targets.entries()) {
        await client.call({
          ...{ account: timelock, to, value: values[place] ?? 0n, data: calldatas[place] ?? "0x" },
        });
      }
      return { result: "passes", of };
    } catch (error) {
      const { name, sentence } = explain(error, { azoraToken });
      return CONNECTION.includes(name) ? { result: "untried", of } : { result: "refused", sentence, of };
    }
  }, `${of} ${block}`);
  return trial?.of === of ? trial : undefined;
}
