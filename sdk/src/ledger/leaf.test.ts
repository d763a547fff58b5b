import { expect } from "chai";
import { concatHex, getAddress, keccak256, numberToHex, toHex } from "viem";
import { LeafKind } from "../generated/enums.ts";
import { hashInner, hashLeaf, type Leaf } from "./leaf.ts";
import { dataHash, hashPayments } from "./preimages.ts";

const word = (n: bigint | number) => numberToHex(n, { size: 32 });
const emitter = getAddress(numberToHex(0xabc, { size: 20 }));
const actor = getAddress(numberToHex(0xdef, { size: 20 }));

const leaf: Leaf = {
  index: 258n,
  timestamp: 1_700_000_000n,
  emitter,
  kind: LeafKind.Settled,
  subject: word(7),
  actor,
  dataHash: word(9),
};

describe("ledger: leaf", () => {
  it("packs its fields tightly, in order, after 0x00", () => {
    const fields = concatHex([
      "0x00",
      numberToHex(leaf.index, { size: 8 }),
      numberToHex(leaf.timestamp, { size: 8 }),
      emitter,
      numberToHex(LeafKind.Settled, { size: 1 }),
      leaf.subject,
      actor,
      leaf.dataHash,
    ]);
    expect(hashLeaf(leaf)).to.equal(keccak256(fields));
    expect(hashInner(word(1), word(2))).to.equal(keccak256(concatHex(["0x01", word(1), word(2)])));
  });

  it("changes with each field", () => {
    const changes: Partial<Leaf>[] = [
      { index: 259n },
      { timestamp: 1_700_000_001n },
      { emitter: actor },
      { kind: LeafKind.Flowed },
      { subject: word(8) },
      { actor: emitter },
      { dataHash: word(8) },
    ];
    const hashes = new Set(changes.map((change) => hashLeaf({ ...leaf, ...change })));
    expect(hashes.size).to.equal(changes.length);
    expect(hashes.has(hashLeaf(leaf))).to.equal(false);
  });

  it("covers payments as words, and a settlement by their hash", () => {
    const payments = [
      { node: word(1), amount: 2n, minted: 3n },
      { node: word(4), amount: 5n, minted: 6n },
    ];
    expect(hashPayments(payments)).to.equal(keccak256(concatHex([1, 2, 3, 4, 5, 6].map(word))));
    expect(hashPayments([])).to.equal(keccak256("0x"));
    const settled = concatHex([word(1), word(2), word(3), word(4), hashPayments(payments)]);
    expect(dataHash.Settled(1, 2n, 3n, 4n, payments)).to.equal(keccak256(settled));
    expect(dataHash.Anchored(toHex(1, { size: 32 }))).to.equal(word(1));
  });
});
