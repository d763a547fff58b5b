import type { Hex } from "viem";
import { leafKindNames } from "../../../generated/enums.ts";
import { hashLeaf, type Leaf, verifyConsistency, verifyInclusion } from "../../../ledger/index.ts";
import { RefusedError, UsageError } from "../../exit.ts";
import type { ChainHead, ChainLedger } from "./chainLedger.ts";

/** That leaves are in the ledger whose head one `eth_call` gives. */
export interface InclusionProof extends ChainHead {
  kind: "inclusion";
  leaves: { leaf: Leaf; says: string; leafHash: Hex; proof: Hex[] }[];
}

/** That a ledger was only appended to. */
export interface ConsistencyProof extends ChainHead {
  kind: "consistency";
  older: { size: number; root: Hex };
  proof: Hex[];
}

/** The leaf with this index, or all leaves of a subject that begins so. */
export function leavesOf({ leaves }: ChainLedger, what: string): Leaf[] {
  if (/^\d+$/.test(what)) {
    const leaf = leaves[Number(what)];
    if (leaf === undefined)
      throw new RefusedError(`There is no leaf ${what}: the ledger has ${leaves.length}.`);
    return [leaf];
  }
  if (!/^0x[0-9a-f]{6,64}$/i.test(what)) {
    throw new UsageError(`"${what}" is neither a leaf's index nor the id of a contribution.`);
  }
  const found = leaves.filter(({ subject }) => subject.startsWith(what.toLowerCase()));
  const subjects = new Set(found.map(({ subject }) => subject));
  if (subjects.size === 0) throw new RefusedError(`No leaf of the ledger is about ${what}.`);
  if (subjects.size > 1)
    throw new UsageError(`${subjects.size} subjects begin with ${what}: write more of it.`);
  return found;
}

/** Verified before it is given away. */
export function inclusionOf({ head, tree }: ChainLedger, leaves: readonly Leaf[]): InclusionProof {
  const proven = leaves.map((leaf) => {
    const [leafHash, index] = [hashLeaf(leaf), Number(leaf.index)];
    const proof = tree.inclusionProof(index);
    if (!verifyInclusion(leafHash, index, head.size, head.root, proof)) {
      throw new RefusedError(`Leaf ${index} does not prove under the root on the chain.`);
    }
    return { leaf, says: leafKindNames[leaf.kind] ?? "", leafHash, proof };
  });
  return { kind: "inclusion", ...head, leaves: proven };
}

/** Verified before it is given away. */
export function consistencyOf({ head, tree }: ChainLedger, size: number): ConsistencyProof {
  if (size > head.size) throw new RefusedError(`The ledger has ${head.size} leaves, and never had ${size}.`);
  const older = { size, root: tree.root(size) };
  const proof = tree.consistencyProof(size);
  if (!verifyConsistency(older, head, proof)) {
    throw new RefusedError(`The ledger of ${head.size} leaves does not continue that of ${size}.`);
  }
  return { kind: "consistency", ...head, older, proof };
}
