import type { Hex } from "viem";
import { isBytes32 } from "../node.ts";
import { hashInner } from "./leaf.ts";

/**
 * Whether a leaf is in the ledger whose head is `root`, by RFC 9162, section 2.1.3.2, in O(log n).
 *
 * Take size and head from the same `eth_call`: a head alone does not say how many leaves it covers. The hash of a leaf
 * covers its index, so a proof cannot move it elsewhere.
 */
export function verifyInclusion(
  leafHash: Hex,
  index: number,
  size: number,
  root: Hex,
  proof: readonly Hex[],
): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size) return false;
  let [node, last] = [index, size - 1];
  let head = leafHash;
  for (const sibling of proof) {
    if (last === 0 || !isBytes32(sibling)) return false;
    if (node % 2 === 1 || node === last) {
      head = hashInner(sibling, head);
      // A node without a right sibling moves up until it has a left one.
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      head = hashInner(head, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && head === root.toLowerCase();
}

export const half = (n: number): number => Math.floor(n / 2);

/** Sizes stay below 2^53: the ledger cannot grow to that within any gas supply. */
export const isIndex = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
