import { type Attribution, attributionRegistryAbi, type Deployment, registerCall } from "@azora/sdk";
import type { Hex } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

export interface Registration {
  readonly title: string;
  readonly contribution: Hex;
  readonly evidenceHash: Hex;
  readonly attribution: Attribution;
  readonly uri: string;
}

/** Where a work is shown. It says what was registered too: the id follows from the evidence and who registers it. */
export const recordOf = (contribution: Hex): string => `/contributions/${contribution}`;

export function registerTransaction(
  { addresses }: Deployment,
  { title, contribution, evidenceHash, attribution, uri }: Registration,
  { transactions: { register: words } }: Strings,
): Transaction {
  return {
    kind: "register",
    title: words.title(title),
    effect: words.effect,
    record: { href: recordOf(contribution), label: words.record },
    async prepare(client) {
      const bond = await client.readContract({
        address: addresses.attributionRegistry,
        abi: attributionRegistryAbi,
        functionName: "bondRequired",
      });
      return registerCall(addresses, evidenceHash, attribution, uri, bond);
    },
  };
}
