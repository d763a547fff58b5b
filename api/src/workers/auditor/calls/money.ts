import * as tables from "@azora/indexer/schema";
import { disputesAbi } from "@azora/sdk";
import { type Address, isAddressEqual } from "viem";
import { type Chain, checkOf } from "./Chain.ts";

const isAzr = ({ deployment }: Chain, token: Address) =>
  isAddressEqual(token, deployment.addresses.azoraToken);

export const moneyChecks = [
  checkOf(tables.credit, async ({ client, contracts }, { token, account }) => {
    const args = [token, account] as const;
    const [owed, earned] = await client.readContract({
      ...contracts.rewards,
      functionName: "creditOf",
      args,
    });
    return { owed, earned };
  }),
  checkOf(tables.pool, async ({ client, contracts }, { token, node }) => {
    const args = [token, node] as const;
    const [balance, minted] = await client.readContract({
      ...contracts.rewards,
      functionName: "poolOf",
      args,
    });
    return { balance, minted };
  }),
  checkOf(tables.holding, async ({ client, contracts }, { account }) => ({
    balance: await client.readContract({ ...contracts.token, functionName: "balanceOf", args: [account] }),
  })),
  // All contracts that owe ETH say so by the same function.
  checkOf(tables.etherCredit, async ({ client, blockNumber }, { contract: address, account }) => {
    const owing = { address, abi: disputesAbi, blockNumber } as const;
    return { owed: await client.readContract({ ...owing, functionName: "etherOwed", args: [account] }) };
  }),
  checkOf(tables.voice, async ({ client, contracts }, { account }) => {
    const [units, votes, delegate] = await Promise.all([
      client.readContract({ ...contracts.voice, functionName: "unitsOf", args: [account] }),
      client.readContract({ ...contracts.voice, functionName: "getVotes", args: [account] }),
      client.readContract({ ...contracts.voice, functionName: "delegates", args: [account] }),
    ]);
    return { units, votes, delegate };
  }),
  checkOf(tables.voiceSum, async ({ client, contracts }) => ({
    total: await client.readContract({ ...contracts.voice, functionName: "totalUnits" }),
  })),
  // The fund tells of the epoch that it opened last.
  checkOf(tables.fundEpoch, async (chain, row) => {
    const { client, contracts } = chain;
    const args = [row.token] as const;
    const book = await client.readContract({ ...contracts.fund, functionName: "bookOf", args });
    const [epoch, isOpen, opening, granted, stipends, fees] = book;
    if (epoch !== row.epoch || !isOpen) return {};
    return { opening, granted, fees, ...(isAzr(chain, row.token) && { stipends }) };
  }),
];
