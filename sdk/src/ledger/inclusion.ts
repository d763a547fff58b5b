import type { Hex } from "viem";
import { isBytes32 } from "../node.ts";
import { hashInner } from "./leaf.ts";
import { isSize, siblingSides } from "./path.ts";

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
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  const sides = siblingSides(index, size - 1);
  if (sides.length !== proof.length || !proof.every(isBytes32)) return false;
  const head = proof.reduce(
    (node, sibling, i) => (sides[i] === "left" ? hashInner(sibling, node) : hashInner(node, sibling)),
    leafHash,
  );
  return head.toLowerCase() === root.toLowerCase();
}
