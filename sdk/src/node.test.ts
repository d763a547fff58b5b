import { expect } from "chai";
import fc from "fast-check";
import { encodeAbiParameters, getAddress, keccak256, toHex } from "viem";
import { NodeKind } from "./generated/enums.ts";
import {
  accountNode,
  compareNodes,
  contributionNode,
  identityNode,
  NodeError,
  nodeAccount,
  nodeKind,
} from "./node.ts";

const address = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .filter((bytes) => bytes.some((byte) => byte !== 0))
  .map((bytes) => getAddress(toHex(bytes)));

describe("node", () => {
  it("takes an account there and back", () => {
    fc.assert(
      fc.property(address, (account) => {
        expect(nodeKind(accountNode(account))).to.equal(NodeKind.Account);
        expect(nodeAccount(accountNode(account))).to.equal(account);
      }),
    );
  });

  it("tags 31 bytes of a hash", () => {
    const hash = keccak256(toHex("github:alice"));
    expect(identityNode("github:alice")).to.equal(`0x02${hash.slice(2, 64)}`);
    expect(nodeKind(identityNode("github:alice"))).to.equal(NodeKind.Identity);
  });

  it("binds a contribution to chain, registry and registrant", () => {
    const [registry, registrant] = [getAddress(toHex(1, { size: 20 })), getAddress(toHex(2, { size: 20 }))];
    const evidence = toHex(3, { size: 32 });
    const preimage = encodeAbiParameters(
      [{ type: "uint256" }, { type: "address" }, { type: "address" }, { type: "bytes32" }],
      [1n, registry, registrant, evidence],
    );
    const node = contributionNode(1, registry, registrant, evidence);
    expect(node).to.equal(`0x01${keccak256(preimage).slice(2, 64)}`);
    expect(nodeKind(node)).to.equal(NodeKind.Contribution);
    expect(contributionNode(2, registry, registrant, evidence)).to.not.equal(node);
  });

  it("knows what is not a node", () => {
    const dirty = toHex(1n << 160n, { size: 32 });
    const unknown = toHex(3n << 248n, { size: 32 });
    for (const invalid of [toHex(0, { size: 32 }), dirty, unknown, "0x01", "0x"] as const) {
      expect(nodeKind(invalid)).to.equal(NodeKind.Invalid);
    }
    expect(() => accountNode(getAddress(toHex(0, { size: 20 })))).to.throw(NodeError);
    expect(() => nodeAccount(identityNode("github:alice"))).to.throw(NodeError);
  });

  it("orders nodes as unsigned integers, whatever their letters' case", () => {
    const [low, high] = [toHex(0xabn, { size: 32 }), toHex(0xacn, { size: 32 })];
    expect(compareNodes(low, high)).to.equal(-1);
    expect(compareNodes(high, low)).to.equal(1);
    expect(compareNodes(low, `0x${low.slice(2).toUpperCase()}`)).to.equal(0);
  });
});
