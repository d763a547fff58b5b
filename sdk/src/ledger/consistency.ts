import type { Hex } from "viem";
import { isBytes32 } from "../node.ts";
import { hashInner } from "./leaf.ts";
import { half, isSize, siblingSides } from "./path.ts";

/** A size of the ledger and its head then, taken from the same `eth_call`. */
export interface LedgerHead {
  readonly size: number;
  readonly root: Hex;
}

/** Whether a ledger was only appended to between two heads, by RFC 9162, section 2.1.4.2, in O(log n). */
export function verifyConsistency(older: LedgerHead, newer: LedgerHead, proof: readonly Hex[]): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size === 0 || older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && isSame(older.root, newer.root);
  if (!proof.every(isBytes32)) return false;

  // The last complete subtree of the old ledger is in both. If it is the whole of it, the proof leaves its head out.
  const { node, last, isWhole } = sharedSubtree(older.size, newer.size);
  const [shared, ...siblings] = isWhole ? [older.root, ...proof] : proof;
  const sides = siblingSides(node, last);
  if (shared === undefined || siblings.length !== sides.length) return false;

  // What lies to the left is in both ledgers, what lies to the right is new.
  let [oldHead, newHead] = [shared, shared];
  for (const [i, sibling] of siblings.entries()) {
    if (sides[i] === "left") [oldHead, newHead] = [hashInner(sibling, oldHead), hashInner(sibling, newHead)];
    else newHead = hashInner(newHead, sibling);
  }
  return isSame(oldHead, older.root) && isSame(newHead, newer.root);
}

/** The last complete subtree of the old ledger: its place in its level, and the last place there in the new one. */
function sharedSubtree(from: number, to: number): { node: number; last: number; isWhole: boolean } {
  let [node, last] = [from - 1, to - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  return { node, last, isWhole: node === 0 };
}

const isSame = (a: Hex, b: Hex): boolean => a.toLowerCase() === b.toLowerCase();
