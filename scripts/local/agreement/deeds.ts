import { type ProtocolLog, type View, validatorRegistryAbi, voteKey } from "@azora/sdk";
import { type Api, unwrap } from "@azora/sdk/api";
import type { Hex } from "viem";
import { type Comparison, pinned, same } from "./compare.ts";

/** As many as the API shows of one account or work. */
const SHOWN = 20;

/** Compares the slashes of every judge that was slashed with the contract, and their amounts with the logs. */
export async function compareSlashes(comparison: Comparison, api: Api, view: View): Promise<void> {
  const { validatorRegistry: address } = comparison.network.deployment.addresses;
  const seats = { address, abi: validatorRegistryAbi } as const;
  const slashes = Map.groupBy(view.slashes.values(), ({ account }) => account);
  for (const [account, told] of slashes) {
    const at = await unwrap(api.GET("/v1/accounts/{address}", { params: { path: { address: account } } }));
    const indexed = at.account.judge?.slashes ?? [];
    same(comparison, `The slashes of ${account}`, indexed.length, Math.min(told.length, SHOWN));
    for (const { contribution, round, amount, reward, prover } of indexed) {
      const where = `of ${account} for round ${round} of ${contribution}`;
      const args = [account, contribution as Hex, round] as const;
      const read = { ...pinned(at), ...seats, functionName: "isSlashed", args } as const;
      same(comparison, `The slash ${where}`, true, await comparison.client.readContract(read));
      const slash = view.slashes.get(voteKey(contribution as Hex, round, account));
      same(comparison, `The amount of the slash ${where}`, amount, slash?.amount);
      same(comparison, `The prover's part of the slash ${where}`, reward, slash?.reward);
      same(comparison, `The prover of the slash ${where}`, prover, slash?.prover);
    }
  }
}

/** Compares the direct rewards of every work that had any with the logs, which alone tell them. */
export async function compareRewards(
  comparison: Comparison,
  api: Api,
  logs: readonly ProtocolLog[],
): Promise<void> {
  const told = logs.flatMap((log) => (log.eventName === "Rewarded" ? [log.args] : []));
  for (const [id, rewards] of Map.groupBy(told, ({ contribution }) => contribution)) {
    const { contribution } = await unwrap(api.GET("/v1/contributions/{id}", { params: { path: { id } } }));
    const line = (each: {
      token: string;
      payer: string;
      amount: bigint | string;
      citadel: bigint | string;
    }) => [each.token, each.payer, each.amount, each.citadel].join(" ");
    const latest = rewards.toReversed().slice(0, SHOWN);
    same(comparison, `The rewards of ${id}`, contribution.rewards.map(line).join(), latest.map(line).join());
  }
}
