import type { Address } from "viem";
import { attributionRegistryAbi } from "../../../generated/abis.ts";
import { etherHolders, withdrawEtherForFromCall, withdrawEtherFromCall } from "../../../moneyCalls.ts";
import { formatEth } from "../../../units.ts";
import type { OpenChain } from "../../chain.ts";
import { type Context, send } from "../../context.ts";
import { RefusedError } from "../../exit.ts";
import type { WithdrawFlags } from "../withdraw.ts";
import { partiesOf } from "./parties.ts";

/** What contracts owe an account in ETH: bonds that came back, fees, rewards of proofs, what was sent too much. */
export async function withdrawEther(context: Context, flags: WithdrawFlags): Promise<void> {
  const chain = await context.chain();
  const { signer, account, recipient } = partiesOf(context, chain, flags);
  const owing = await readEtherOwed(chain, account);
  if (owing.length === 0)
    throw new RefusedError(
      `${account} has no ETH to withdraw: bonds come back when works are accepted, challenges won, and seats long given up.`,
    );
  const sent: { contract: Address; amount: bigint; transactionHash: string; blockNumber: bigint }[] = [];
  for (const { contract, amount } of owing) {
    const call =
      flags.for === undefined
        ? withdrawEtherFromCall(contract, recipient)
        : withdrawEtherForFromCall(contract, account);
    const { transactionHash, blockNumber } = await send(chain, signer, call, context);
    sent.push({ contract, amount, transactionHash, blockNumber });
  }
  const ether = owing.reduce((sum, { amount }) => sum + amount, 0n);
  const last = sent.at(-1);
  context.output.result(
    { account, to: recipient, ether, payments: sent },
    `Paid ${formatEth(ether)} to ${recipient} in block ${last?.blockNumber}${sent.length > 1 ? `, from ${sent.length} contracts` : ""}.`,
  );
}

/** The contracts that owe an account ETH, and how much, in wei. */
export async function readEtherOwed(
  { client, network }: OpenChain,
  account: Address,
): Promise<{ contract: Address; amount: bigint }[]> {
  const owed = await Promise.all(
    etherHolders(network.deployment.addresses).map(async (contract) => {
      const args = [account] as const;
      // The same function in each of them.
      const read = {
        address: contract,
        abi: attributionRegistryAbi,
        functionName: "etherOwed",
        args,
      } as const;
      return { contract, amount: await client.readContract(read) };
    }),
  );
  return owed.filter(({ amount }) => amount > 0n);
}
