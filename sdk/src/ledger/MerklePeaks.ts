import type { Hex } from "viem";
import { hashInner } from "./leaf.ts";
import { rootFromPeaks } from "./peaks.ts";

/** The head of a growing ledger in a few hashes, as `AuditLedger` keeps it: one for each set bit of the size. */
export class MerklePeaks {
  /** By height; absent where the size has no bit. */
  readonly #peaks: (Hex | undefined)[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  append(leafHash: Hex): void {
    let node = leafHash;
    let height = 0;
    // Two subtrees of one height become one of the next, as a binary counter carries.
    for (let left = this.#peaks[height]; left !== undefined; left = this.#peaks[height]) {
      node = hashInner(left, node);
      this.#peaks[height++] = undefined;
    }
    this.#peaks[height] = node;
    this.#size += 1;
  }

  root(): Hex {
    return rootFromPeaks(this.#peaks.toReversed().filter((peak) => peak !== undefined));
  }
}
