import { expect } from "chai";
import { decodeFunctionData, type Hex } from "viem";
import { createDeployment } from "./addresses.ts";
import { type Attribution, hashShares } from "./attribution.ts";
import * as calls from "./calls.ts";
import {
  attributionRegistryAbi,
  constitutionAbi,
  proofOfValueAbi,
  rewardLedgerAbi,
} from "./generated/abis.ts";
import { Verdict } from "./generated/enums.ts";
import { accountNode } from "./node.ts";

const { addresses } = createDeployment({
  chainId: 1,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const work: Hex = `0x01${"ab".repeat(31)}`;
const hash: Hex = `0x${"cd".repeat(32)}`;
const attribution: Attribution = {
  contributors: [{ node: accountNode(account), weight: 1_000_000 }],
  upstream: [{ node: work, weight: 100 }],
};

describe("calls", () => {
  it("register with the bond", () => {
    const { to, value, data } = calls.registerCall(addresses, hash, attribution, "ipfs://x", 5n);
    expect([to, value]).to.deep.equal([addresses.attributionRegistry, 5n]);
    expect(decodeFunctionData({ abi: attributionRegistryAbi, data })).to.deep.equal({
      functionName: "register",
      args: [hash, attribution, "ipfs://x"],
    });
  });

  it("commit and reveal, showing no more of a ballot than its vote", () => {
    const ballot = {
      validator: account,
      level: 4,
      rationaleHash: hash,
      salt: hash,
      rationale: "kept",
    } as const;
    const committed = calls.commitCall(addresses, work, 3, hash);
    expect(decodeFunctionData({ abi: proofOfValueAbi, data: committed.data }).args).to.deep.equal([
      work,
      3n,
      hash,
    ]);
    const { to, data } = calls.revealCall(addresses, work, ballot, attribution);
    const { rationale: _, ...vote } = ballot;
    expect(to).to.equal(addresses.proofOfValue);
    expect(decodeFunctionData({ abi: proofOfValueAbi, data }).args).to.deep.equal([
      work,
      vote,
      attribution.contributors,
      hashShares(attribution.upstream),
    ]);
  });

  it("withdraw AZR from the ledger", () => {
    const { rewardLedger, azoraToken } = addresses;
    const azr = calls.withdrawCall(addresses, account);
    expect(azr.to).to.equal(rewardLedger);
    expect(decodeFunctionData({ abi: rewardLedgerAbi, data: azr.data })).to.deep.equal({
      functionName: "withdraw",
      args: [azoraToken, account],
    });
    const { data } = calls.withdrawForCall(addresses, account);
    expect(decodeFunctionData({ abi: rewardLedgerAbi, data }).functionName).to.equal("withdrawFor");
  });

  it("criticise, and flag by a critique with that verdict", () => {
    const content = { subject: work, scores: [1, 2, 3, 4], documentHash: hash, critiqueHash: work } as const;
    const concern = calls.critiqueCall(addresses, { ...content, verdict: Verdict.Concern });
    const flag = calls.flagCall(addresses, content);
    expect([concern.to, flag.to, flag.value]).to.deep.equal([
      addresses.constitution,
      addresses.constitution,
      undefined,
    ]);
    const args = (data: Hex) => decodeFunctionData({ abi: constitutionAbi, data }).args;
    expect(args(concern.data)).to.deep.equal([work, Verdict.Concern, [1, 2, 3, 4], hash, work]);
    expect(args(flag.data)).to.deep.equal([work, Verdict.Flag, [1, 2, 3, 4], hash, work]);
  });

  it("let a pool flow: a work's by its attribution, an identity's by none", () => {
    const args = (data: Hex) => decodeFunctionData({ abi: rewardLedgerAbi, data }).args;
    expect(args(calls.flowCall(addresses, work, attribution).data)).to.deep.equal([
      addresses.azoraToken,
      work,
      attribution,
    ]);
    expect(args(calls.flowCall(addresses, work).data)?.at(2)).to.deep.equal({
      contributors: [],
      upstream: [],
    });
  });
});
