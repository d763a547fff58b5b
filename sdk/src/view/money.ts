import { type Address, getAddress, type Hex } from "viem";
import { PotOrigin } from "../generated/enums.ts";
import type { ProtocolLog } from "./logs.ts";
import type { View } from "./types.ts";

function addTo(view: View, node: Hex, amount: bigint, minted: bigint): void {
  if (node.startsWith("0x00")) {
    const account = getAddress(`0x${node.slice(26)}`);
    const credit = view.credits.get(account) ?? { owed: 0n, earned: 0n };
    view.credits.set(account, { owed: credit.owed + amount, earned: credit.earned + minted });
  } else {
    const pool = view.pools.get(node) ?? { balance: 0n, minted: 0n };
    view.pools.set(node, { balance: pool.balance + amount, minted: pool.minted + minted });
  }
}

/** AZR on its way: pools, credits, withdrawals. */
export function applyMoney(view: View, log: ProtocolLog, azr: Address): void {
  switch (log.eventName) {
    case "Flowed":
      if (log.args.token !== azr) return;
      if (log.args.origin === PotOrigin.Pool) view.pools.delete(log.args.source);
      for (const { node, amount, minted } of log.args.payments) addTo(view, node, amount, minted);
      return;
    case "Withdrawn": {
      if (log.args.token !== azr) return;
      const credit = view.credits.get(log.args.account) ?? { owed: 0n, earned: 0n };
      view.credits.set(log.args.account, { ...credit, owed: credit.owed - log.args.amount });
      view.withdrawn.set(log.args.account, (view.withdrawn.get(log.args.account) ?? 0n) + log.args.amount);
      return;
    }
  }
}
