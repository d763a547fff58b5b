import { hashLeaf, LeafKind, rootFromPeaks, verifyInclusion } from "@azora/sdk";
import type { Address, Hex } from "viem";
import type { Record } from "#lib/api/types.ts";

/** The ledger as a node gives it, all as of one block. */
export interface Head {
  chainId: number;
  block: bigint;
  /** Size and peaks come from one call: a root alone does not say how many leaves it covers. */
  size: number;
  peaks: readonly Hex[];
  root: Hex;
}

export interface Sources {
  /** From the chain, by the reader's own node. */
  readHead(): Promise<Head>;
  /** From the index, which need not be trusted. */
  fetchPath(index: number, head: Head): Promise<readonly Hex[]>;
}

/** What was checked, to be shown whatever came of it. */
export interface Evidence {
  head: Head;
  leafHash: Hex;
  path: readonly Hex[];
}

export type Outcome =
  | { kind: "proven" | "refuted"; evidence: Evidence }
  | { kind: "crooked" | "notYet" | "wrongChain"; head: Head }
  | { kind: "rpcFailed" | "proofFailed" };

/** Whether a record, as it is shown, is on the ledger of the chain. */
export async function verifyRecord(
  record: Record,
  chainId: number,
  sources: Sources,
  onStep: (step: "head" | "proof") => void,
): Promise<Outcome> {
  onStep("head");
  const head = await sources.readHead().catch(() => undefined);
  if (head === undefined) return { kind: "rpcFailed" };
  if (head.chainId !== chainId) return { kind: "wrongChain", head };
  if (rootFromPeaks(head.peaks) !== head.root) return { kind: "crooked", head };
  if (record.index >= head.size) return { kind: "notYet", head };
  onStep("proof");
  const path = await sources.fetchPath(record.index, head).catch(() => undefined);
  if (path === undefined) return { kind: "proofFailed" };
  const leafHash = hashRecord(record);
  const holds = verifyInclusion(leafHash, record.index, head.size, head.root, path);
  return { kind: holds ? "proven" : "refuted", evidence: { head, leafHash, path } };
}

function hashRecord(record: Record): Hex {
  return hashLeaf({
    index: BigInt(record.index),
    timestamp: BigInt(record.timestamp),
    emitter: record.emitter as Address,
    kind: LeafKind[record.kind],
    subject: record.subject as Hex,
    actor: record.actor as Address,
    dataHash: record.dataHash as Hex,
  });
}
