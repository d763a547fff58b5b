import { concat, keccak256, solidityPackedKeccak256 } from "ethers";

// RFC 9162, section 2.1, as it is written there: by recursion over the whole list, with keccak256. Slow, and independent of
// the contract's peaks and of the sdk's proofs.

export interface Leaf {
  index: bigint;
  timestamp: bigint;
  emitter: string;
  kind: bigint;
  subject: string;
  actor: string;
  dataHash: string;
}

export const leafHash = (leaf: Leaf): string =>
  solidityPackedKeccak256(
    ["bytes1", "uint64", "uint64", "address", "uint8", "bytes32", "address", "bytes32"],
    ["0x00", leaf.index, leaf.timestamp, leaf.emitter, leaf.kind, leaf.subject, leaf.actor, leaf.dataHash],
  );

const inner = (left: string, right: string): string => keccak256(concat(["0x01", left, right]));

/** The largest power of two below n. */
function split(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

const first = (leaves: string[]): string => {
  const [leaf] = leaves;
  if (leaf === undefined) throw new RangeError("An empty list has no first leaf.");
  return leaf;
};

/** MTH(D[n]). */
export function treeHead(leaves: string[]): string {
  if (leaves.length === 0) return keccak256("0x");
  if (leaves.length === 1) return first(leaves);
  const k = split(leaves.length);
  return inner(treeHead(leaves.slice(0, k)), treeHead(leaves.slice(k)));
}

/** The heads of the perfect trees whose sizes are the set bits of the length, from the largest. */
export function perfectTrees(leaves: string[]): string[] {
  const heads: string[] = [];
  let from = 0;
  for (let size = 2 ** 20; size >= 1; size /= 2) {
    if (leaves.length - from < size) continue;
    heads.push(treeHead(leaves.slice(from, from + size)));
    from += size;
  }
  return heads;
}

/** PATH(m, D[n]). */
export function inclusionProof(index: number, leaves: string[]): string[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...inclusionProof(index, leaves.slice(0, k)), treeHead(leaves.slice(k))]
    : [...inclusionProof(index - k, leaves.slice(k)), treeHead(leaves.slice(0, k))];
}

/** The root that an inclusion proof leads to. */
export function rootFromInclusion(leaf: string, index: number, size: number, proof: string[]): string {
  if (size === 1) return leaf;
  const k = split(size);
  const rest = proof.slice(0, -1);
  const sibling = first(proof.slice(-1));
  return index < k
    ? inner(rootFromInclusion(leaf, index, k, rest), sibling)
    : inner(sibling, rootFromInclusion(leaf, index - k, size - k, rest));
}

/** PROOF(m, D[n]), for 0 < m <= n. */
export const consistencyProof = (m: number, leaves: string[]): string[] => subproof(m, leaves, true);

function subproof(m: number, leaves: string[], whole: boolean): string[] {
  if (m === leaves.length) return whole ? [] : [treeHead(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), whole), treeHead(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), treeHead(leaves.slice(0, k))];
}

/** Both roots that a consistency proof leads to, given the old one. */
export function rootsFromConsistency(
  m: number,
  n: number,
  old: string,
  proof: string[],
): { old: string; current: string } {
  return walk(m, n, old, proof, true);
}

function walk(
  m: number,
  n: number,
  old: string,
  proof: string[],
  whole: boolean,
): { old: string; current: string } {
  if (m === n) {
    const head = whole ? old : first(proof);
    return { old: head, current: head };
  }
  const k = split(n);
  const rest = proof.slice(0, -1);
  const sibling = first(proof.slice(-1));
  if (m <= k) {
    const left = walk(m, k, old, rest, whole);
    return { old: left.old, current: inner(left.current, sibling) };
  }
  const right = walk(m - k, n - k, old, rest, false);
  return { old: inner(sibling, right.old), current: inner(sibling, right.current) };
}
