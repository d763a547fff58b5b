import { expect } from "chai";
import { type Hex, keccak256, numberToHex, toHex } from "viem";
import { verifyConsistency } from "./consistency.ts";
import { verifyInclusion } from "./inclusion.ts";
import { hashInner } from "./leaf.ts";
import { MerkleLedger } from "./MerkleLedger.ts";
import { MerklePeaks } from "./MerklePeaks.ts";
import { EMPTY_ROOT, peakCount, rootFromPeaks } from "./peaks.ts";

const SIZE = 70;
const leaves = Array.from({ length: SIZE }, (_, i) => keccak256(toHex(`leaf ${i}`)));
const ledger = new MerkleLedger(leaves);

/** RFC 9162, section 2.1.1, word for word. */
function naiveRoot(hashes: readonly Hex[]): Hex {
  const [only] = hashes;
  if (only === undefined) return EMPTY_ROOT;
  if (hashes.length === 1) return only;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return hashInner(naiveRoot(hashes.slice(0, k)), naiveRoot(hashes.slice(k)));
}

const at = (index: number): Hex => leaves[index] ?? "0x";
const flip = (hash: Hex, bit: number): Hex => numberToHex(BigInt(hash) ^ (1n << BigInt(bit)), { size: 32 });
const head = (size: number) => ({ size, root: ledger.root(size) });

describe("ledger: tree", function () {
  this.timeout(20_000);

  it("has the root of RFC 9162 at every size, and the peaks fold to it", () => {
    for (let size = 0; size <= SIZE; size++) {
      expect(ledger.root(size)).to.equal(naiveRoot(leaves.slice(0, size)));
      expect(rootFromPeaks(ledger.peaks(size))).to.equal(ledger.root(size));
      expect(ledger.peaks(size)).to.have.length(peakCount(BigInt(size)));
    }
  });

  it("has the same root where only peaks are kept", () => {
    const peaks = new MerklePeaks();
    for (const leaf of [undefined, ...leaves]) {
      if (leaf !== undefined) peaks.append(leaf);
      expect(peaks.root()).to.equal(ledger.root(peaks.size));
    }
    expect(peaks.size).to.equal(SIZE);
  });

  it("refuses what it does not hold", () => {
    expect(() => ledger.root(SIZE + 1)).to.throw(RangeError);
    expect(() => ledger.inclusionProof(3, 3)).to.throw(RangeError);
    expect(() => ledger.consistencyProof(0, 3)).to.throw(RangeError);
    expect(() => ledger.consistencyProof(4, 3)).to.throw(RangeError);
  });
});

describe("ledger: inclusion", function () {
  this.timeout(20_000);

  it("holds for every index at every size, with at most ceil(log2 size) hashes", () => {
    for (let size = 1; size <= SIZE; size++) {
      for (let index = 0; index < size; index++) {
        const proof = ledger.inclusionProof(index, size);
        expect(proof.length).to.be.at.most(Math.ceil(Math.log2(size)));
        expect(verifyInclusion(at(index), index, size, ledger.root(size), proof)).to.equal(true);
      }
    }
  });

  it("refuses every other index, a neighbour's leaf, and a proof too short or too long", () => {
    for (let size = 2; size <= 33; size++) {
      const root = ledger.root(size);
      for (let index = 0; index < size; index++) {
        const proof = ledger.inclusionProof(index, size);
        for (let wrong = 0; wrong <= size; wrong++) {
          if (wrong === index) continue;
          expect(
            verifyInclusion(at(index), wrong, size, root, proof),
            `${index} as ${wrong} of ${size}`,
          ).to.equal(false);
        }
        expect(verifyInclusion(at((index + 1) % size), index, size, root, proof)).to.equal(false);
        expect(verifyInclusion(at(index), index, size, root, proof.slice(1))).to.equal(false);
        expect(verifyInclusion(at(index), index, size, root, proof.slice(0, -1))).to.equal(false);
        expect(verifyInclusion(at(index), index, size, root, [...proof, root])).to.equal(false);
      }
    }
  });

  it("refuses any flipped bit", () => {
    for (const size of [2, 3, 7, 13]) {
      const root = ledger.root(size);
      for (let index = 0; index < size; index++) {
        const proof = ledger.inclusionProof(index, size);
        for (let bit = 0; bit < 256; bit += 15) {
          expect(verifyInclusion(flip(at(index), bit), index, size, root, proof)).to.equal(false);
          expect(verifyInclusion(at(index), index, size, flip(root, bit), proof)).to.equal(false);
          for (let place = 0; place < proof.length; place++) {
            const altered = proof.with(place, flip(proof[place] ?? "0x", bit));
            expect(verifyInclusion(at(index), index, size, root, altered)).to.equal(false);
          }
        }
      }
    }
  });

  it("refuses a head of another size, and nonsense", () => {
    for (let size = 2; size <= 40; size++) {
      const proof = ledger.inclusionProof(1, size);
      for (let other = 1; other <= SIZE; other++) {
        if (other !== size)
          expect(verifyInclusion(at(1), 1, other, ledger.root(other), proof)).to.equal(false);
      }
    }
    expect(verifyInclusion(at(0), 0, 0, EMPTY_ROOT, [])).to.equal(false);
    expect(verifyInclusion(at(0), -1, 1, at(0), [])).to.equal(false);
    expect(verifyInclusion(at(0), 0.5, 1, at(0), [])).to.equal(false);
    expect(verifyInclusion(at(0), 0, 2, ledger.root(2), ["0x01"])).to.equal(false);
  });

  it("refuses a wrong size with the same head, unless the path is the same, which proves the same", () => {
    for (let size = 1; size <= 33; size++) {
      for (let index = 0; index < size; index++) {
        const proof = ledger.inclusionProof(index, size);
        for (let wrong = 0; wrong <= 40; wrong++) {
          if (wrong === size) continue;
          const accepted = verifyInclusion(at(index), index, wrong, ledger.root(size), proof);
          expect(accepted).to.equal(wrong > index && path(index, wrong) === path(index, size));
        }
      }
    }
  });
});

describe("ledger: consistency", function () {
  this.timeout(20_000);

  it("AZ-11: a proof exists between any two sizes", () => {
    for (let to = 1; to <= SIZE; to++) {
      for (let from = 1; from <= to; from++) {
        const proof = ledger.consistencyProof(from, to);
        expect(proof.length).to.be.at.most(Math.ceil(Math.log2(to)) + 1);
        expect(verifyConsistency(head(from), head(to), proof), `${from} to ${to}`).to.equal(true);
      }
    }
  });

  it("refuses heads of other sizes, and a proof too short or too long", () => {
    for (const [from, to, proof] of histories(24)) {
      expect(verifyConsistency(head(to), head(from), proof)).to.equal(false);
      expect(verifyConsistency(head(from), head(to), proof.slice(1))).to.equal(false);
      expect(verifyConsistency(head(from), head(to), proof.slice(0, -1))).to.equal(false);
      expect(verifyConsistency(head(from), head(to), [...proof, at(0)])).to.equal(false);
      for (let wrong = 1; wrong <= 24; wrong++) {
        if (wrong !== from) expect(verifyConsistency(head(wrong), head(to), proof)).to.equal(false);
        if (wrong !== to) expect(verifyConsistency(head(from), head(wrong), proof)).to.equal(false);
      }
    }
  });

  it("refuses any flipped bit", () => {
    for (const [from, to, proof] of histories(13)) {
      for (const [place, hash] of proof.entries()) {
        for (let bit = 0; bit < 256; bit += 51) {
          expect(verifyConsistency(head(from), head(to), proof.with(place, flip(hash, bit)))).to.equal(false);
        }
      }
    }
  });

  it("refuses a history that was rewritten, and nonsense", () => {
    const forged = new MerkleLedger(leaves.with(0, keccak256("0x00")));
    for (const [from, to] of histories(13)) {
      const newer = { size: to, root: forged.root(to) };
      expect(verifyConsistency(head(from), newer, forged.consistencyProof(from, to))).to.equal(false);
    }
    expect(verifyConsistency(head(0), head(3), [])).to.equal(false);
    expect(verifyConsistency(head(2), head(3), ["0x"])).to.equal(false);
    expect(verifyConsistency(head(2), { size: 2, root: at(0) }, [])).to.equal(false);
  });
});

/** Every pair of different sizes up to a limit, with its proof. */
function* histories(limit: number): Generator<[from: number, to: number, proof: Hex[]]> {
  for (let to = 2; to <= limit; to++) {
    for (let from = 1; from < to; from++) yield [from, to, ledger.consistencyProof(from, to)];
  }
}

/** From the leaf up, on which side its sibling lies. */
function path(index: number, size: number): string {
  if (size === 1) return "";
  let k = 1;
  while (k * 2 < size) k *= 2;
  return index < k ? `${path(index, k)}r` : `${path(index - k, size - k)}l`;
}
