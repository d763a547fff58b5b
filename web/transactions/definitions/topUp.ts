import { type Deployment, topUpCall, validatorRegistryAbi } from "@azora/sdk";
import type { Address } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

/** What is missing is read when it is sent: a slash may have come since the page was drawn. */
export function topUpTransaction(
  { addresses }: Deployment,
  account: Address,
  { transactions: { topUp: words } }: Strings,
): Transaction {
  return {
    kind: "topUp",
    title: words.title,
    effect: words.effect,
    record: { href: "/judge", label: words.record },
    async prepare(client) {
      const stints = await client.readContract({
        ...{ address: addresses.validatorRegistry, abi: validatorRegistryAbi },
        ...{ functionName: "stintsOf", args: [account] },
      });
      const stint = stints.at(-1);
      return topUpCall(addresses, stint === undefined ? 0n : stint.deposited - stint.bond);
    },
  };
}
