import { LeafKind } from "@azora/sdk";
import { expect } from "chai";
import { id, keccak256, ZeroHash } from "ethers";
import { fresh, impersonate, unattested } from "../../support/fixture.ts";
import { expectLeaf } from "../../support/leaves.ts";
import {
  consistencyProof,
  inclusionProof,
  type Leaf,
  leafHash,
  perfectTrees,
  rootFromInclusion,
  rootsFromConsistency,
  treeHead,
} from "../../support/merkle.ts";
import type { Protocol } from "../../support/protocol.ts";

const SIZES = 40;

/** The hashes of all leaves, replayed from the events alone. */
async function replay({ ledger }: Protocol): Promise<string[]> {
  const events = await ledger.queryFilter(ledger.filters.Appended);
  return events.map(({ args }): string => {
    const { index, timestamp, emitter, kind, subject, actor, dataHash } = args;
    const leaf: Leaf = { index, timestamp, emitter, kind, subject, actor, dataHash };
    return leafHash(leaf);
  });
}

describe("AuditLedger", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    protocol = await fresh(unattested);
  });

  it("is empty at first: no peaks, and the hash of nothing", async () => {
    const { ledger } = protocol;
    expect(await ledger.size()).to.equal(0n);
    expect(await ledger.peaks()).to.deep.equal([0n, []]);
    expect(await ledger.root()).to.equal(keccak256("0x"));
  });

  it("anchors anybody's record", async () => {
    const { ledger, person } = protocol;
    const record = id("record");
    expect(await ledger.connect(person(0)).anchor.staticCall(record)).to.equal(0n);
    const transaction = await ledger.connect(person(0)).anchor(record);
    await expectLeaf(protocol, transaction, {
      kind: "Anchored",
      emitter: person(0).address,
      subject: record,
      actor: person(0),
      dataHash: record,
    });
    expect(await ledger.connect(person(1)).anchor.staticCall(ZeroHash)).to.equal(1n);
  });

  it("takes decisions from the protocol's own contracts alone", async () => {
    const { ledger, pov, registry, rewards, validators, constitution } = protocol;
    const { fund, disputes, governor } = protocol;
    const own = [pov, registry, rewards, validators, constitution, fund, disputes, governor];
    for (const contract of own) {
      const emitter = await impersonate(protocol, await contract.getAddress());
      const actor = protocol.person(3);
      const transaction = await ledger
        .connect(emitter)
        .append(LeafKind.Granted, id("subject"), actor, id("data"));
      await expectLeaf(protocol, transaction, {
        kind: "Granted",
        emitter,
        subject: id("subject"),
        actor,
        dataHash: id("data"),
      });
    }
    const { timelock, token, voice, genesis, deployer } = protocol;
    const others = [timelock, token, voice, genesis].map(async (it) =>
      impersonate(protocol, await it.getAddress()),
    );
    for (const caller of [deployer, ...(await Promise.all(others))]) {
      await expect(ledger.connect(caller).append(LeafKind.Granted, ZeroHash, caller, ZeroHash))
        .to.be.revertedWithCustomError(ledger, "AuditLedger_NotProtocol")
        .withArgs(caller.address);
    }
  });

  it(`AZ-11: has the root and the peaks of RFC 9162 at every size from 0 to ${SIZES}`, async () => {
    const { ledger } = protocol;
    for (let size = 0; size <= SIZES; size++) {
      const leaves = await replay(protocol);
      expect(leaves).to.have.length(size);
      expect(await ledger.size()).to.equal(BigInt(size));
      expect(await ledger.root()).to.equal(treeHead(leaves));
      expect(await ledger.peaks()).to.deep.equal([BigInt(size), perfectTrees(leaves)]);
      await ledger.anchor(id(`record ${size}`));
    }
  });

  it("AZ-11: proves every leaf, and consistency between any two sizes", async () => {
    const { ledger } = protocol;
    const roots: string[] = [];
    for (let size = 1; size <= SIZES; size++) {
      await ledger.anchor(id(`record ${size}`));
      roots.push(await ledger.root());
    }
    const leaves = await replay(protocol);
    const rootAt = (size: number) => roots[size - 1] ?? "";
    for (const [index, leaf] of leaves.entries()) {
      const proof = inclusionProof(index, leaves);
      expect(rootFromInclusion(leaf, index, SIZES, proof)).to.equal(rootAt(SIZES));
    }
    for (let n = 1; n <= SIZES; n++) {
      for (let m = 1; m <= n; m++) {
        const proof = consistencyProof(m, leaves.slice(0, n));
        expect(rootsFromConsistency(m, n, rootAt(m), proof)).to.deep.equal({
          old: rootAt(m),
          current: rootAt(n),
        });
      }
    }
  });
});
