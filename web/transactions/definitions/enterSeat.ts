import { constitutionAbi, type Deployment, enterSeatCall, gweiToWei, Rule } from "@azora/sdk";
import type { Strings } from "#strings/index.ts";
import type { ChainReader, Transaction } from "../transaction.ts";

/** The bond is read when it is sent: governance may have changed it since the page was drawn. */
export function enterSeatTransaction(
  { addresses }: Deployment,
  { transactions: { enterSeat: words } }: Strings,
): Transaction {
  return {
    kind: "enterSeat",
    title: words.title,
    effect: words.effect,
    record: { href: "/judge", label: words.record },
    prepare: async (client) => enterSeatCall(addresses, await seatBondOf(client, addresses.constitution)),
  };
}

async function seatBondOf(client: ChainReader, address: Deployment["addresses"]["constitution"]) {
  const constitution = { address, abi: constitutionAbi } as const;
  const version = await client.readContract({ ...constitution, functionName: "version" });
  const args = [Rule.SeatBond, version] as const;
  return gweiToWei(BigInt(await client.readContract({ ...constitution, functionName: "valueOf", args })));
}
