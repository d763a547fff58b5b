import { verifyConsistency } from "../ledger/consistency.ts";
import { verifyInclusion } from "../ledger/inclusion.ts";
import { hashLeaf } from "../ledger/leaf.ts";
import { MerkleLedger } from "../ledger/MerkleLedger.ts";
import type { Chronicle } from "./chronicle.ts";
import type { OnProgress } from "./fetch.ts";
import type { ChainHead } from "./readHead.ts";

/** How many steps the proof of the whole history has at most. */
const STEPS = 64;

/** Whether what the chain says of itself is what its events came to: the ledger's head, the supply, the epochs. */
export function checkHead(chronicle: Chronicle, head: ChainHead): MerkleLedger {
  const { leaves, minted, problems, articles, genesisTime, epochLength, commons } = chronicle;
  const ledger = new MerkleLedger(leaves.map(hashLeaf));
  const where = `block ${head.block}`;
  problems.same("Ledger", "The size of the ledger", head.size, BigInt(ledger.size), where);
  problems.same("Ledger", "The root of the ledger", head.root, ledger.root(), where);
  problems.same("Ledger", "The peaks of the ledger", head.peaks.join(), ledger.peaks().join(), where);
  problems.same("Supply", "The total supply of AZR", head.supply, minted, where);
  problems.same("Rules", "The hash of the articles", head.articles, articles, where);
  const { account, termEnd, nextStopAt, stoppedUntil } = chronicle.office;
  problems.same("Guardian", "The guardian", head.guardian.account, account, where);
  problems.same("Guardian", "The end of the guardian's term", head.guardian.termEnd, termEnd, where);
  problems.same("Guardian", "The guardian's next stop", head.guardian.nextStopAt, nextStopAt, where);
  problems.same("Guardian", "The end of the stop", head.stoppedUntil, stoppedUntil, where);
  const units = [...commons.units.values()].reduce((sum, each) => sum + each, 0n);
  problems.same("Voice", "All units of Voice", head.units, units, where);
  problems.same("Epoch", "The start of epochs", head.genesisTime, genesisTime, where);
  problems.same("Epoch", "The length of epochs", head.epochLength, epochLength, where);
  return ledger;
}

/** Verifies the inclusion of every leaf, and that each of a chain of sizes continues the one before. */
export function checkProofs(
  { leaves, problems }: Chronicle,
  ledger: MerkleLedger,
  { root }: ChainHead,
  onProgress: OnProgress,
): void {
  const { size } = ledger;
  for (const [index, leaf] of leaves.entries()) {
    onProgress({ step: "proofs", done: index, total: size });
    const proof = ledger.inclusionProof(index);
    if (verifyInclusion(hashLeaf(leaf), index, size, root, proof)) continue;
    problems.add("Ledger", `Leaf ${index} is not included under the root on the chain.`, `leaf ${index}`);
    return;
  }
  const stride = Math.max(1, Math.ceil(size / STEPS));
  for (let from = 1; from < size; from += stride) {
    const to = Math.min(size, from + stride);
    const newer = { size: to, root: to === size ? root : ledger.root(to) };
    const older = { size: from, root: ledger.root(from) };
    if (verifyConsistency(older, newer, ledger.consistencyProof(from, to))) continue;
    problems.add("Ledger", `The ledger of ${to} leaves does not continue that of ${from}.`, `leaf ${from}`);
    return;
  }
}
