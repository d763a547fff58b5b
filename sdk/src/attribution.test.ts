import { expect } from "chai";
import { concatHex, encodeAbiParameters, keccak256, toHex } from "viem";
import {
  type Attribution,
  findAttributionFault,
  hashAttribution,
  hashShares,
  type Share,
  sortShares,
  validateAttribution,
} from "./attribution.ts";
import { FaultError } from "./fault.ts";
import { accountNode, identityNode, type Node, nodeAccount } from "./node.ts";

const MAX_UPSTREAM = 300_000;
const account = (n: number) => accountNode(toHex(n, { size: 20 }));
const work = (n: number): Node => `0x01${toHex(n, { size: 31 }).slice(2)}`;
const even = (nodes: readonly Node[]): Share[] =>
  nodes.map((node) => ({ node, weight: 1_000_000 / nodes.length }));
const faultOf = (contributors: readonly Share[], upstream: readonly Share[] = []) =>
  findAttributionFault({ contributors, upstream }, MAX_UPSTREAM)?.name;

describe("attribution", () => {
  const attribution: Attribution = {
    contributors: sortShares(even([identityNode("github:alice"), account(7)])),
    upstream: [{ node: work(1), weight: 300_000 }],
  };

  it("hashes the words of shares, without lengths", () => {
    const types = [{ type: "bytes32" }, { type: "uint32" }] as const;
    const words = attribution.contributors.map(({ node, weight }) =>
      encodeAbiParameters(types, [node, weight]),
    );
    expect(hashShares(attribution.contributors)).to.equal(keccak256(concatHex(words)));
    expect(hashShares([])).to.equal(keccak256("0x"));
    const hashes = [hashShares(attribution.contributors), hashShares(attribution.upstream)];
    expect(hashAttribution(attribution)).to.equal(keccak256(concatHex(hashes)));
  });

  it("accepts what the contracts accept", () => {
    expect(findAttributionFault(attribution, MAX_UPSTREAM)).to.equal(undefined);
    expect(faultOf(even(Array.from({ length: 100 }, (_, i) => account(i + 1))))).to.equal(undefined);
  });

  it("names each fault as the contracts do", () => {
    const one = even([account(1)]);
    const many = Array.from({ length: 101 }, (_, i) => ({ node: account(i + 1), weight: 100 }));
    expect(faultOf([])).to.equal("AttributionRegistry_NoContributors");
    expect(faultOf(many)).to.equal("AttributionRegistry_TooManyShares");
    expect(faultOf(even([account(2), account(1)]))).to.equal("AttributionRegistry_NotAscending");
    expect(faultOf(even([account(1), account(1)]))).to.equal("AttributionRegistry_NotAscending");
    expect(faultOf([{ node: account(1), weight: 99 }])).to.equal("AttributionRegistry_WeightTooSmall");
    expect(faultOf([{ node: account(1), weight: 999_999 }])).to.equal("AttributionRegistry_WeightsNotWhole");
    expect(faultOf(even([work(1)]))).to.equal("AttributionRegistry_InvalidContributor");
    expect(faultOf(one, [{ node: work(1), weight: 300_001 }])).to.equal(
      "AttributionRegistry_UpstreamTooHeavy",
    );
    expect(faultOf(one, [{ node: account(2), weight: 100 }])).to.equal("AttributionRegistry_InvalidUpstream");
  });

  it("asks the chain's context about nodes", () => {
    const contract = nodeAccount(account(7));
    const context = { isProtocol: (address: string) => address === contract, isAccepted: () => true };
    expect(findAttributionFault(attribution, MAX_UPSTREAM, context)).to.deep.equal({
      name: "AttributionRegistry_ProtocolAddress",
      args: [contract],
    });
    const unknown = { isProtocol: () => false, isAccepted: () => false };
    expect(() => validateAttribution(attribution, MAX_UPSTREAM, unknown)).to.throw(
      FaultError,
      "UpstreamNotAccepted",
    );
  });
});
