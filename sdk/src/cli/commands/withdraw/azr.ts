import { parseEventLogs } from "viem";
import { withdrawCall, withdrawForCall } from "../../../calls.ts";
import { rewardLedgerAbi } from "../../../generated/abis.ts";
import { formatAzr } from "../../../units.ts";
import { type Context, send } from "../../context.ts";
import { RefusedError } from "../../exit.ts";
import type { WithdrawFlags } from "../withdraw.ts";
import { partiesOf } from "./parties.ts";

export async function withdrawAzr(context: Context, flags: WithdrawFlags): Promise<void> {
  const chain = await context.chain();
  const { signer, account, recipient } = partiesOf(context, chain, flags);
  const { client, network } = chain;
  const { rewardLedger, azoraToken } = network.deployment.addresses;
  const ledger = { address: rewardLedger, abi: rewardLedgerAbi } as const;
  const [owed] = await client.readContract({
    ...ledger,
    functionName: "creditOf",
    args: [azoraToken, account],
  });
  if (owed === 0n) {
    throw new RefusedError(
      `${account} has no AZR to withdraw. What is in the pool of an identity comes here once it is linked.`,
    );
  }
  const { addresses } = network.deployment;
  const call =
    flags.for === undefined ? withdrawCall(addresses, recipient) : withdrawForCall(addresses, account);
  const receipt = await send(chain, signer, call, context);
  const { transactionHash, blockNumber, logs } = receipt;
  const [event] = parseEventLogs({ abi: rewardLedgerAbi, eventName: "Withdrawn", logs });
  const amount = event?.args.amount ?? owed;
  context.output.result(
    { account, to: recipient, amount, transactionHash, blockNumber },
    `Paid ${formatAzr(amount)} to ${recipient} in block ${blockNumber}.`,
  );
}
