import { azoraTokenAbi, citadelFundAbi } from "@azora/sdk";
import { type Api, unwrap } from "@azora/sdk/api";
import type { Address, Hex } from "viem";
import { type Comparison, pinned, same } from "./compare.ts";

/** Compares what the API says of the fund with the fund: balances, the book of each token, and what was paid to judges. */
export async function compareCommons(comparison: Comparison, api: Api): Promise<void> {
  const at = await unwrap(api.GET("/v1/commons", {}));
  const { commons } = at;
  const { client, network } = comparison;
  const { azoraToken, citadelFund } = network.deployment.addresses;
  const fund = { address: citadelFund, abi: citadelFundAbi } as const;
  const [azr, ether] = await Promise.all([
    client.readContract({
      ...pinned(at),
      address: azoraToken,
      abi: azoraTokenAbi,
      functionName: "balanceOf",
      args: [citadelFund],
    }),
    client.getBalance({ address: citadelFund, ...pinned(at) }),
  ]);
  same(comparison, "The commons' AZR", commons.azr, azr);
  same(comparison, "The commons' ETH", commons.ether, ether);
  // The contract keeps the latest epoch of each token.
  for (const [token, latest] of Map.groupBy(commons.epochs, (each) => each.token)) {
    const [book] = latest;
    const args = [token as Address] as const;
    const [epoch, , opening, granted, stipends, fees] = await client.readContract({
      ...pinned(at),
      ...fund,
      functionName: "bookOf",
      args,
    });
    same(comparison, `The epoch opened for ${token}`, book?.epoch, epoch);
    same(comparison, `The opening balance of ${token}`, book?.opening, opening);
    same(comparison, `The grants of ${token}`, book?.granted, granted);
    same(comparison, `The stipends of ${token}`, book?.stipends, stipends);
    same(comparison, `The fees of ${token}`, book?.fees, fees);
  }
  for (const { contribution, round, validator } of commons.stipends) {
    const args = [contribution as Hex, round, validator as Address] as const;
    const claimed = await client.readContract({ ...pinned(at), ...fund, functionName: "isClaimed", args });
    same(comparison, `The stipend of ${validator} for ${contribution}`, true, claimed);
  }
}
