import { connectWallet, requireSuccess, type TransactionCall, transact } from "@azora/sdk";
import type { Account, TransactionReceipt } from "viem";
import type { Session } from "../session.ts";

/** Sends a call as an account of this machine, and waits until it is mined. */
export async function sendAs(
  { client, network }: Pick<Session, "client" | "network">,
  account: Account,
  call: TransactionCall,
): Promise<TransactionReceipt> {
  return requireSuccess(client, await transact(client, connectWallet(network, account), call));
}
