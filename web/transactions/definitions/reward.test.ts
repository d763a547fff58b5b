import { createDeployment } from "@azora/sdk";
import { expect } from "chai";
import { decodeFunctionData, erc20Abi } from "viem";
import { en } from "#strings/en.ts";
import { approvalsFor } from "./reward.ts";

const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const deployment = createDeployment({ chainId: 31_337, genesis: account, block: 0 });
const reward = {
  contribution: `0x01${"0".repeat(62)}`,
  token: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  amount: 10n,
  attribution: { contributors: [], upstream: [] },
} as const;

/** @param allowed What the ledger may take already; undefined for a token that does not say. */
async function approvedWhere({ allowed, refuses = false }: { allowed?: bigint; refuses?: boolean }) {
  const client = {
    readContract: async () => allowed ?? Promise.reject(new Error("no answer")),
    call: async () => (refuses ? Promise.reject(new Error("refused")) : {}),
  } as unknown as Parameters<typeof approvalsFor>[0];
  const found = await approvalsFor(client, deployment, account, reward, en);
  const calls = await Promise.all(found.map(({ prepare }) => prepare(client)));
  return calls.map(({ to, data }) => {
    expect(to).to.equal(reward.token);
    return decodeFunctionData({ abi: erc20Abi, data }).args;
  });
}

describe("what has to come before a payment in a token", () => {
  const { rewardLedger } = deployment.addresses;
  const exact = [rewardLedger, 10n];

  it("is nothing where the ledger may take as much", async () => {
    expect(await approvedWhere({ allowed: 10n })).to.deep.equal([]);
  });

  it("is an approval of the amount and no more", async () => {
    expect(await approvedWhere({ allowed: 0n })).to.deep.equal([exact]);
    expect(await approvedWhere({ allowed: 9n })).to.deep.equal([exact]);
    expect(await approvedWhere({})).to.deep.equal([exact]);
  });

  it("takes an old allowance back first where the token changes none that is left", async () => {
    expect(await approvedWhere({ allowed: 9n, refuses: true })).to.deep.equal([[rewardLedger, 0n], exact]);
  });
});
