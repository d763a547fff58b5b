import { type Deployment, exitSeatCall } from "@azora/sdk";
import type { Strings } from "#strings/index.ts";
import type { Transaction } from "../transaction.ts";

export function exitSeatTransaction(
  { addresses }: Deployment,
  { transactions: { exitSeat: words } }: Strings,
): Transaction {
  return {
    kind: "exitSeat",
    title: words.title,
    effect: words.effect,
    record: { href: "/judge", label: words.record },
    prepare: async () => exitSeatCall(addresses),
  };
}
