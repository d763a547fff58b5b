import { LeafKind, leafKindNames } from "../generated/enums.ts";
import type { Leaf } from "../ledger/leaf.ts";
import type { Chronicle, ExpectedLeaf } from "./chronicle.ts";
import type { Place } from "./problems.ts";

/** After a decision's event: the leaf that must follow in the same transaction, before any other. */
export function expectLeaf(chronicle: Chronicle, place: Place, leaf: ExpectedLeaf): void {
  requireNoLeaf(chronicle, place);
  chronicle.expectedLeaf = leaf;
}

/** Notes a decision whose leaf did not come. */
export function requireNoLeaf(chronicle: Chronicle, place: Place): void {
  const { expectedLeaf, problems } = chronicle;
  if (expectedLeaf === undefined) return;
  chronicle.expectedLeaf = undefined;
  const { kind, subject } = expectedLeaf;
  problems.add("Leaf", `${leafKindNames[kind]} of ${subject} has no leaf on the ledger.`, place);
}

/** Compares a leaf with the decision before it, and adds it to the ledger. */
export function takeLeaf(chronicle: Chronicle, leaf: Leaf, place: Place): void {
  const { problems, leaves, expectedLeaf } = chronicle;
  problems.same("Ledger", "The index of a leaf", leaf.index, BigInt(leaves.length), place);
  const last = leaves.at(-1);
  if (last && leaf.timestamp < last.timestamp) {
    problems.add("Ledger", `Leaf ${leaf.index} is older than the leaf before it.`, place);
  }
  leaves.push(leaf);

  const name = `leaf ${leaf.index} (${leafKindNames[leaf.kind] ?? leaf.kind})`;
  if (leaf.kind === LeafKind.Anchored) {
    problems.same("Leaf", `The data hash of ${name}`, leaf.dataHash, leaf.subject, place);
    problems.same("Leaf", `The actor of ${name}`, leaf.actor, leaf.emitter, place);
    return;
  }
  chronicle.expectedLeaf = undefined;
  if (expectedLeaf === undefined) {
    problems.add("Leaf", `There is no decision to ${name}.`, place);
    return;
  }
  const { kind, emitter, subject, actor, dataHash } = expectedLeaf;
  problems.same("Leaf", `The kind of ${name}`, leaf.kind, kind, place);
  problems.same("Leaf", `The emitter of ${name}`, leaf.emitter, emitter, place);
  problems.same("Leaf", `The subject of ${name}`, leaf.subject, subject, place);
  problems.same("Leaf", `The actor of ${name}`, leaf.actor, actor ?? leaf.actor, place);
  problems.same("Leaf", `The data hash of ${name}`, leaf.dataHash, dataHash, place);
}
