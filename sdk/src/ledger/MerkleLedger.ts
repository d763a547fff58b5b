import type { Hex } from "viem";
import { hashInner } from "./leaf.ts";
import { EMPTY_ROOT } from "./peaks.ts";

/**
 * The tree of RFC 9162, section 2.1, over hashes of leaves. It keeps every complete subtree, so that it can give the head,
 * the peaks and the proofs of any size that it ever had, each from O(log n) of them.
 */
export class MerkleLedger {
  /** Level h holds the heads of complete subtrees of 2^h leaves, in order. */
  readonly #levels: Hex[][] = [[]];

  constructor(leafHashes: Iterable<Hex> = []) {
    for (const hash of leafHashes) this.append(hash);
  }

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  /** @return The leaf's index. */
  append(leafHash: Hex): number {
    const index = this.size;
    let node = leafHash;
    for (let height = 0; ; height++) {
      const level = this.#levels[height] ?? [];
      this.#levels[height] = level;
      level.push(node);
      if (level.length % 2 === 1) return index;
      node = hashInner(this.#node(height, level.length - 2), node);
    }
  }

  root(size = this.size): Hex {
    this.#require(size <= this.size, `There are ${this.size} leaves, not ${size}.`);
    return this.#head(0, size);
  }

  /** Highest first, as `AuditLedger.peaks` gives them. */
  peaks(size = this.size): Hex[] {
    this.#require(size <= this.size, `There are ${this.size} leaves, not ${size}.`);
    const peaks: Hex[] = [];
    let start = 0;
    for (let height = this.#levels.length - 1; height >= 0; height--) {
      const width = 2 ** height;
      if (start + width > size) continue;
      peaks.push(this.#node(height, start / width));
      start += width;
    }
    return peaks;
  }

  /** Proves that leaf `index` is in the ledger of this size: RFC 9162, section 2.1.3.1. */
  inclusionProof(index: number, size = this.size): Hex[] {
    this.#require(
      index >= 0 && index < size && size <= this.size,
      `There is no leaf ${index} among ${size}.`,
    );
    const path: Hex[] = [];
    let [start, end] = [0, size];
    while (end - start > 1) {
      const middle = start + split(end - start);
      if (index < middle) {
        path.push(this.#head(middle, end));
        end = middle;
      } else {
        path.push(this.#head(start, middle));
        start = middle;
      }
    }
    return path.reverse();
  }

  /** Proves that the ledger of size `from` was only appended to until size `to`: RFC 9162, section 2.1.4.1. */
  consistencyProof(from: number, to = this.size): Hex[] {
    this.#require(
      from > 0 && from <= to && to <= this.size,
      `There is no history from ${from} to ${to} leaves.`,
    );
    if (from === to) return [];
    const path: Hex[] = [];
    let [start, end] = [0, to];
    // Whether the range still starts with the whole old ledger, whose head the verifier has.
    let whole = true;
    while (end !== from) {
      const middle = start + split(end - start);
      if (from <= middle) {
        path.push(this.#head(middle, end));
        end = middle;
      } else {
        path.push(this.#head(start, middle));
        start = middle;
        whole = false;
      }
    }
    if (!whole) path.push(this.#head(start, end));
    return path.reverse();
  }

  /** The head of the leaves [start, end), which begin where a subtree of at least that many leaves does. */
  #head(start: number, end: number): Hex {
    const count = end - start;
    if (count === 0) return EMPTY_ROOT;
    const height = Math.log2(count);
    if (Number.isInteger(height)) return this.#node(height, start / count);
    const middle = start + split(count);
    return hashInner(this.#head(start, middle), this.#head(middle, end));
  }

  #node(height: number, position: number): Hex {
    const node = this.#levels[height]?.[position];
    if (node === undefined) throw new RangeError(`There is no node ${position} at height ${height}.`);
    return node;
  }

  #require(condition: boolean, message: string): void {
    if (!condition) throw new RangeError(message);
  }
}

/** The largest power of two below n. */
function split(n: number): number {
  return 2 ** (31 - Math.clz32(n - 1));
}
