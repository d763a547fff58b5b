import { expect } from "chai";
import { getAbiItem, getAddress, type Hex, padHex, toHex, zeroAddress } from "viem";
import {
  attributionRegistryAbi,
  auditLedgerAbi,
  azoraGovernorAbi,
  azoraTokenAbi,
  rewardLedgerAbi,
} from "./generated/abis.ts";
import { LeafKind } from "./generated/enums.ts";
import { accountNode, identityNode } from "./node.ts";
import { nodesOf } from "./nodesOf.ts";

const account = (n: number) => getAddress(toHex(n, { size: 20 }));
const work = (n: number): Hex => `0x01${toHex(n, { size: 31 }).slice(2)}`;
const hash: Hex = work(999); // looks like a work, as one hash in 256 does

describe("the nodes that an event speaks of", () => {
  const { inputs: transfer } = getAbiItem({ abi: azoraTokenAbi, name: "Transfer" });
  const { inputs: appended } = getAbiItem({ abi: auditLedgerAbi, name: "Appended" });

  it("are accounts, but for nobody", () => {
    expect(nodesOf(transfer, { from: zeroAddress, to: account(7), value: 1n })).to.deep.equal([
      accountNode(account(7)),
    ]);
    expect(nodesOf(transfer, { from: account(7), to: account(7), value: 1n })).to.have.length(1);
  });

  it("are works and people deep inside of what it tells", () => {
    const { inputs } = getAbiItem({ abi: attributionRegistryAbi, name: "Registered" });
    const alice = identityNode("github:alice");
    const nodes = nodesOf(inputs, {
      contribution: work(2),
      registrant: account(1),
      evidenceHash: hash,
      rulesVersion: 1,
      bond: 1n,
      attribution: {
        contributors: [
          { node: accountNode(account(3)), weight: 1 },
          { node: alice, weight: 2 },
        ],
        upstream: [{ node: work(1), weight: 3 }],
      },
      uri: account(9),
    });
    expect(nodes).to.deep.equal([work(2), accountNode(account(1)), accountNode(account(3)), alice, work(1)]);
  });

  it("are all who are paid, and not the token", () => {
    const { inputs } = getAbiItem({ abi: rewardLedgerAbi, name: "Flowed" });
    const payments = [1, 2, 3].map((n) => ({ node: accountNode(account(n)), amount: 1n, minted: 0n }));
    const args = { token: account(8), source: work(4), origin: 1, amount: 3n, minted: 0n, payments };
    expect(nodesOf(inputs, args)).to.deep.equal([work(4), ...payments.map(({ node }) => node)]);
  });

  it("are no hashes, ids of proposals, calls or texts", () => {
    const leaf = { index: 0n, timestamp: 0n, emitter: account(5), kind: LeafKind.Scored, actor: account(6) };
    expect(
      nodesOf(appended, { ...leaf, subject: toHex(9n << 250n, { size: 32 }), dataHash: hash }),
    ).to.deep.equal([accountNode(account(6))]);
    const { inputs } = getAbiItem({ abi: azoraGovernorAbi, name: "ProposalCreated" });
    const proposal = {
      proposalId: BigInt(hash),
      proposer: account(1),
      targets: [account(2)],
      values: [0n],
      signatures: [account(3)],
      calldatas: [padHex(account(4), { size: 32 })],
      voteStart: 0n,
      voteEnd: 0n,
      description: account(5),
    };
    expect(nodesOf(inputs, proposal)).to.deep.equal([accountNode(account(1))]);
  });
});
