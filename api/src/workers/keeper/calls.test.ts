import {
  citadelFundAbi,
  createDeployment,
  disputesAbi,
  hashShares,
  Phase,
  proofOfValueAbi,
  rewardLedgerAbi,
} from "@azora/sdk";
import { expect } from "chai";
import { type Abi, createPublicClient, custom, decodeFunctionData, zeroAddress } from "viem";
import { judge, nodeOf, viewAt, work } from "../testing/view.ts";
import { callFor } from "./calls.ts";
import { type Duty, nameOf } from "./duty.ts";

const deployment = createDeployment({
  chainId: 1,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const { addresses } = deployment;
const NODE = nodeOf(1);
const attribution = {
  contributors: [{ node: nodeOf(3), weight: 1_000_000 }],
  upstream: [{ node: nodeOf(2), weight: 100 }],
};

/** A node that is asked nothing: only a draw needs its header. */
const client = createPublicClient({
  transport: custom({
    request: async ({ method }: { method: string }) => {
      throw new Error(`${method} was not expected.`);
    },
  }),
});
const vote = { node: NODE, round: 2, validator: judge(1) };

describe("the keeper's transactions", () => {
  const view = viewAt(20n, 0n, work(Phase.Settled, { attribution }));
  const cases: readonly [Duty, keyof typeof addresses, Abi, string, readonly unknown[]][] = [
    [{ kind: "score", node: NODE }, "proofOfValue", proofOfValueAbi, "score", [NODE]],
    [{ kind: "rearm", node: NODE }, "proofOfValue", proofOfValueAbi, "rearm", [NODE]],
    [{ kind: "finalize", node: NODE }, "proofOfValue", proofOfValueAbi, "finalize", [NODE]],
    [{ kind: "settle", node: NODE }, "proofOfValue", proofOfValueAbi, "settle", [NODE, attribution]],
    [
      { kind: "flow", node: NODE },
      "rewardLedger",
      rewardLedgerAbi,
      "flow",
      [addresses.azoraToken, NODE, attribution],
    ],
    [
      { kind: "flow", node: nodeOf(9) },
      "rewardLedger",
      rewardLedgerAbi,
      "flow",
      [addresses.azoraToken, nodeOf(9), { contributors: [], upstream: [] }],
    ],
    [
      { kind: "proveAbsence", ...vote, position: 4 },
      "proofOfValue",
      proofOfValueAbi,
      "proveAbsence",
      [NODE, 2, 4n, attribution.contributors, hashShares(attribution.upstream)],
    ],
    [{ kind: "proveOutlier", ...vote }, "proofOfValue", proofOfValueAbi, "proveOutlier", [NODE, judge(1)]],
    [{ kind: "shareFee", ...vote }, "disputes", disputesAbi, "shareFee", [NODE, 2, judge(1)]],
    [{ kind: "openEpoch", asset: "AZR" }, "citadelFund", citadelFundAbi, "openEpoch", [addresses.azoraToken]],
    [{ kind: "openEpoch", asset: "ETH" }, "citadelFund", citadelFundAbi, "openEpoch", [zeroAddress]],
    [
      { kind: "claimStipends", votes: [vote] },
      "citadelFund",
      citadelFundAbi,
      "claimStipends",
      [[{ contribution: NODE, round: 2, validator: judge(1) }]],
    ],
    [
      { kind: "forfeit", challenger: judge(1), hash: NODE },
      "disputes",
      disputesAbi,
      "forfeit",
      [judge(1), NODE],
    ],
    [
      { kind: "collectEther", contract: addresses.validatorRegistry },
      "validatorRegistry",
      disputesAbi,
      "withdrawEtherFor",
      [addresses.citadelFund],
    ],
  ];

  for (const [duty, place, abi, functionName, args] of cases) {
    it(nameOf(duty), async () => {
      const { to, data } = await callFor(client, deployment, view, duty);
      expect(to).to.equal(addresses[place]);
      expect(decodeFunctionData({ abi, data })).to.deep.equal({ functionName, args });
    });
  }

  it("have a name each, which is the same for the same duty", () => {
    const names = cases.map(([duty]) => nameOf(duty));
    expect(new Set(names).size).to.equal(cases.length);
    expect(nameOf({ kind: "shareFee", ...vote })).to.not.equal(
      nameOf({ kind: "shareFee", ...vote, round: 3 }),
    );
  });
});
