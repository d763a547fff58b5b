import type { Hex } from "viem";
import { isBytes32 } from "../node.ts";
import { half, isIndex } from "./inclusion.ts";
import { hashInner } from "./leaf.ts";

/** A size of the ledger and its head then, taken from the same `eth_call`. */
export interface LedgerHead {
  readonly size: number;
  readonly root: Hex;
}

/** Whether a ledger was only appended to between two heads, by RFC 9162, section 2.1.4.2, in O(log n). */
export function verifyConsistency(older: LedgerHead, newer: LedgerHead, proof: readonly Hex[]): boolean {
  if (!isIndex(older.size) || !isIndex(newer.size) || older.size === 0 || older.size > newer.size)
    return false;
  const [oldRoot, newRoot] = [older.root.toLowerCase(), newer.root.toLowerCase()];
  if (older.size === newer.size) return proof.length === 0 && oldRoot === newRoot;
  if (!proof.every(isBytes32)) return false;

  // An old ledger of 2^k leaves is itself a subtree of the new one: the proof leaves its head out.
  const [first, ...rest] = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof;
  if (first === undefined || proof.length === 0) return false;
  let [node, last] = [older.size - 1, newer.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];

  let [oldHead, newHead] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHead = hashInner(sibling, oldHead);
      newHead = hashInner(sibling, newHead);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      newHead = hashInner(newHead, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && oldHead.toLowerCase() === oldRoot && newHead.toLowerCase() === newRoot;
}

const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));
