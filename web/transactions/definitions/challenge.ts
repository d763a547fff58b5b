import { type ChallengeContent, challengeCall, type Deployment, disputesAbi, reserveCall } from "@azora/sdk";
import type { Address } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";
import { recordOf } from "./register.ts";

/** The first of the two steps of a challenge. */
export function reserveTransaction(
  deployment: Deployment,
  challenger: Address,
  content: ChallengeContent,
  { transactions: { reserve: words } }: Strings,
): Transaction {
  return {
    kind: "reserve",
    title: words.title,
    effect: words.effect,
    record: { href: recordOf(content.contribution), label: words.record },
    prepare: async () => reserveCall(deployment, challenger, content),
  };
}

/** The second step, from the block after the reservation on. */
export function challengeTransaction(
  { addresses }: Deployment,
  content: ChallengeContent,
  { transactions: { challenge: words } }: Strings,
): Transaction {
  return {
    kind: "challenge",
    title: words.title,
    effect: words.effect,
    record: { href: recordOf(content.contribution), label: words.record },
    async prepare(client) {
      const [fee, bond] = await client.readContract({
        ...{ address: addresses.disputes, abi: disputesAbi, functionName: "priceOf" },
        args: [content.contribution, content.direction],
      });
      return challengeCall(addresses, content, fee + bond);
    },
  };
}
