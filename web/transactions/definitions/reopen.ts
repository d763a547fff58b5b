import {
  attributionRegistryAbi,
  constitutionAbi,
  type Deployment,
  type Node,
  proofOfValueAbi,
  reopenCall,
} from "@azora/sdk";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";
import { recordOf } from "./register.ts";

/** Word 0 holds the rules of registration. */
const REGISTRATION = 0n;

/** The bond is that of the rules under which the work was registered, at the present load. */
export function reopenTransaction(
  { addresses }: Deployment,
  contribution: Node,
  { transactions: { reopen: words } }: Strings,
): Transaction {
  return {
    kind: "reopen",
    title: words.title,
    effect: words.effect,
    record: { href: recordOf(contribution), label: words.record },
    async prepare(client) {
      const version = await client.readContract({
        ...{ address: addresses.attributionRegistry, abi: attributionRegistryAbi },
        ...{ functionName: "rulesVersionOf", args: [contribution] },
      });
      const word = await client.readContract({
        ...{ address: addresses.constitution, abi: constitutionAbi, functionName: "word" },
        args: [version, REGISTRATION],
      });
      const bond = await client.readContract({
        ...{ address: addresses.proofOfValue, abi: proofOfValueAbi, functionName: "bondFor", args: [word] },
      });
      return reopenCall(addresses, contribution, bond);
    },
  };
}
