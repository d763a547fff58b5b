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

export function registerTransaction(
  { addresses }: Deployment,
  { title, contribution, evidenceHash, attribution, uri }: Registration,
  { transactions: { register: words } }: Strings,
): Transaction {
  return {
    kind: "register",
    title: words.title(title),
    effect: words.effect,
    record: { href: `/contributions/${contribution}`, label: words.record },
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
