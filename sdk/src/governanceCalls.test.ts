import { expect } from "chai";
import { decodeFunctionData, type Hex, zeroAddress } from "viem";
import { createDeployment } from "./addresses.ts";
import {
  attributionRegistryAbi,
  azoraGovernorAbi,
  citadelFundAbi,
  constitutionAbi,
  validatorRegistryAbi,
  voiceAbi,
} from "./generated/abis.ts";
import { Rule } from "./generated/enums.ts";
import { descriptionHash } from "./governance.ts";
import * as calls from "./governanceCalls.ts";

const { addresses } = createDeployment({
  chainId: 1,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const hash: Hex = `0x${"cd".repeat(32)}`;
const amend = calls.amendCall(addresses, Rule.ReviewStipend, 25, hash);
const content = calls.proposalOf([amend, { ...amend, value: 3n }], "Pay judges better");

describe("calls of governance", () => {
  const decoded = (data: Hex) => decodeFunctionData({ abi: azoraGovernorAbi, data });

  it("amend a rule and appoint a critic, for proposals", () => {
    expect(amend.to).to.equal(addresses.constitution);
    expect(decodeFunctionData({ abi: constitutionAbi, data: amend.data })).to.deep.equal({
      functionName: "amend",
      args: [Rule.ReviewStipend, 25, hash],
    });
    const { data } = calls.setCriticCall(addresses, account, false);
    expect(decodeFunctionData({ abi: constitutionAbi, data })).to.deep.equal({
      functionName: "setCritic",
      args: [account, false],
    });
  });

  it("grant, appoint attestors, remove judges and change the articles, for proposals", () => {
    const grant = calls.grantCall(addresses, zeroAddress, account, 7n, hash);
    expect([grant.to, decodeFunctionData({ abi: citadelFundAbi, data: grant.data })]).to.deep.equal([
      addresses.citadelFund,
      { functionName: "grant", args: [zeroAddress, account, 7n, hash] },
    ]);
    const attestor = calls.setAttestorCall(addresses, account, true);
    expect([
      attestor.to,
      decodeFunctionData({ abi: attributionRegistryAbi, data: attestor.data }),
    ]).to.deep.equal([addresses.attributionRegistry, { functionName: "setAttestor", args: [account, true] }]);
    const judge = calls.removeJudgeCall(addresses, account, hash);
    expect([judge.to, decodeFunctionData({ abi: validatorRegistryAbi, data: judge.data })]).to.deep.equal([
      addresses.validatorRegistry,
      { functionName: "remove", args: [account, hash] },
    ]);
    const articles = descriptionHash("new");
    const { to, data } = calls.amendArticlesCall(addresses, articles, hash);
    expect([to, decodeFunctionData({ abi: constitutionAbi, data })]).to.deep.equal([
      addresses.constitution,
      { functionName: "amendArticles", args: [articles, hash] },
    ]);
  });

  it("set, stop and lift, for and by the guardian", () => {
    for (const [call, functionName, args] of [
      [calls.setGuardianCall(addresses, account), "setGuardian", [account]],
      [calls.stopCall(addresses, 60n, hash), "stop", [60n, hash]],
      [calls.liftStopCall(addresses), "liftStop", undefined],
    ] as const) {
      expect(call.to).to.equal(addresses.constitution);
      const { functionName: name, args: given } = decodeFunctionData({
        abi: constitutionAbi,
        data: call.data,
      });
      expect([name, given]).to.deep.equal([functionName, args]);
    }
  });

  it("propose with the text, queue and execute with its hash", () => {
    const { targets, values, calldatas, description } = content;
    expect(values).to.deep.equal([0n, 3n]);
    expect(decoded(calls.proposeCall(addresses, content).data)).to.deep.equal({
      functionName: "propose",
      args: [targets, values, calldatas, description],
    });
    for (const [call, functionName] of [
      [calls.queueCall(addresses, content), "queue"],
      [calls.executeCall(addresses, content), "execute"],
    ] as const) {
      expect(call.to).to.equal(addresses.governor);
      const args = [targets, values, calldatas, descriptionHash(description)];
      expect(decoded(call.data)).to.deep.equal({ functionName, args });
    }
  });

  it("vote, with a reason or without one", () => {
    expect(decoded(calls.voteCall(addresses, 9n, calls.VoteType.Abstain).data)).to.deep.equal({
      functionName: "castVote",
      args: [9n, 2],
    });
    expect(decoded(calls.voteCall(addresses, 9n, calls.VoteType.Against, "No.").data)).to.deep.equal({
      functionName: "castVoteWithReason",
      args: [9n, 0, "No."],
    });
  });

  it("delegate Voice", () => {
    const { to, data } = calls.delegateCall(addresses, account);
    expect(to).to.equal(addresses.voice);
    expect(decodeFunctionData({ abi: voiceAbi, data })).to.deep.equal({
      functionName: "delegate",
      args: [account],
    });
  });
});
