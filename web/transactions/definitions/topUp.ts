import { type Deployment, readSeatBond, topUpCall, validatorRegistryAbi } from "@azora/sdk";
import type { Address } from "viem";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

/** What a bond may be filled up by: to what slashes took from it, but never above what a seat costs now. In wei. */
export function missingOf(
  { bond, deposited }: { bond: bigint; deposited: bigint },
  seatBond: bigint,
): bigint {
  const whole = deposited < seatBond ? deposited : seatBond;
  return whole > bond ? whole - bond : 0n;
}

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
      const [stints, seatBond] = await Promise.all([
        client.readContract({
          ...{ address: addresses.validatorRegistry, abi: validatorRegistryAbi },
          ...{ functionName: "stintsOf", args: [account] },
        }),
        readSeatBond(client, addresses),
      ]);
      const stint = stints.at(-1);
      return topUpCall(addresses, stint === undefined ? 0n : missingOf(stint, seatBond));
    },
  };
}
