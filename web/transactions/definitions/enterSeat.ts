import { type Deployment, enterSeatCall, readSeatBond } from "@azora/sdk";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

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
    prepare: async (client) => enterSeatCall(addresses, await readSeatBond(client, addresses)),
  };
}
