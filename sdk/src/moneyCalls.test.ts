import { expect } from "chai";
import { decodeFunctionData, erc20Abi, type Hex } from "viem";
import { createDeployment } from "./addresses.ts";
import type { Attribution } from "./attribution.ts";
import { attributionRegistryAbi, rewardLedgerAbi, validatorRegistryAbi } from "./generated/abis.ts";
import * as calls from "./moneyCalls.ts";
import { accountNode } from "./node.ts";

const { addresses } = createDeployment({
  chainId: 1,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const token = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const work: Hex = `0x01${"ab".repeat(31)}`;
const attribution: Attribution = {
  contributors: [{ node: accountNode(account), weight: 1_000_000 }],
  upstream: [],
};

describe("calls about money", () => {
  it("allow the reward ledger so much of a token, and pay it to a work", () => {
    const allowed = calls.approveCall(addresses, token, 5n);
    expect(allowed.to).to.equal(token);
    expect(decodeFunctionData({ abi: erc20Abi, data: allowed.data })).to.deep.equal({
      functionName: "approve",
      args: [addresses.rewardLedger, 5n],
    });
    const { to, data } = calls.rewardCall(addresses, token, work, 5n, attribution);
    expect(to).to.equal(addresses.rewardLedger);
    expect(decodeFunctionData({ abi: rewardLedgerAbi, data })).to.deep.equal({
      functionName: "reward",
      args: [token, work, 5n, attribution],
    });
  });

  it("move and withdraw any token", () => {
    const flowed = calls.flowTokenCall(addresses, token, work, attribution);
    expect(decodeFunctionData({ abi: rewardLedgerAbi, data: flowed.data })).to.deep.equal({
      functionName: "flow",
      args: [token, work, attribution],
    });
    const paid = calls.withdrawTokenCall(addresses, token, account);
    expect(decodeFunctionData({ abi: rewardLedgerAbi, data: paid.data })).to.deep.equal({
      functionName: "withdraw",
      args: [token, account],
    });
    expect([flowed.to, paid.to]).to.deep.equal([addresses.rewardLedger, addresses.rewardLedger]);
  });

  it("take ETH out of each contract that holds bonds", () => {
    const { attributionRegistry, validatorRegistry, disputes } = addresses;
    expect(calls.etherHolders(addresses)).to.deep.equal([attributionRegistry, validatorRegistry, disputes]);
    const own = calls.withdrawEtherFromCall(disputes, account);
    const another = calls.withdrawEtherForFromCall(validatorRegistry, account);
    expect([own.to, another.to]).to.deep.equal([disputes, validatorRegistry]);
    for (const [{ data }, functionName] of [
      [own, "withdrawEther"],
      [another, "withdrawEtherFor"],
    ] as const)
      expect(decodeFunctionData({ abi: attributionRegistryAbi, data })).to.deep.equal({
        functionName,
        args: [account],
      });
  });

  it("fill a bond up", () => {
    const { to, value, data } = calls.topUpCall(addresses, 7n);
    expect([to, value]).to.deep.equal([addresses.validatorRegistry, 7n]);
    expect(decodeFunctionData({ abi: validatorRegistryAbi, data }).functionName).to.equal("topUp");
  });
});
