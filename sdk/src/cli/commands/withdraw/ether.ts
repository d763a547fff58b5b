import { withdrawEtherCall, withdrawEtherForCall } from "../../../calls.ts";
import { attributionRegistryAbi } from "../../../generated/abis.ts";
import { formatEth } from "../../../units.ts";
import { type Context, send } from "../../context.ts";
import { RefusedError } from "../../exit.ts";
import type { WithdrawFlags } from "../withdraw.ts";
import { partiesOf } from "./parties.ts";

/** Bonds of registrations that came back, and what was sent too much. */
export async function withdrawEther(context: Context, flags: WithdrawFlags): Promise<void> {
  const chain = await context.chain();
  const { signer, account, recipient } = partiesOf(context, chain, flags);
  const { client, network } = chain;
  const abi = attributionRegistryAbi;
  const address = network.deployment.addresses.attributionRegistry;
  const amount = await client.readContract({ address, abi, functionName: "etherOwed", args: [account] });
  if (amount === 0n)
    throw new RefusedError(`${account} has no ETH to withdraw: bonds come back when works are accepted.`);
  const { addresses } = network.deployment;
  const call =
    flags.for === undefined
      ? withdrawEtherCall(addresses, recipient)
      : withdrawEtherForCall(addresses, account);
  const { transactionHash, blockNumber } = await send(chain, signer, call, context);
  context.output.result(
    { account, to: recipient, ether: amount, transactionHash, blockNumber },
    `Paid ${formatEth(amount)} to ${recipient} in block ${blockNumber}.`,
  );
}
