import type { leaf } from "@azora/indexer/schema";
import type { ContractName } from "@azora/sdk";
import type { Address, Hex } from "viem";
import type { Db } from "../../../database/pools.ts";

export type LeafRow = typeof leaf.$inferSelect;

/** A leaf as the rows of its decision say that it is. What they do not say is undefined. */
export interface Rebuilt {
  /** The index that the rows name. */
  readonly index: bigint;
  /** Where the decision is kept, for people: table and key. */
  readonly row: string;
  readonly subject: Hex;
  readonly actor?: Address;
  readonly timestamp?: bigint;
  readonly dataHash: Hex;
}

/** How the leaves of one kind follow from the index's other tables. */
export interface Kind {
  readonly emitter: ContractName;
  /** What rows of decisions say of these leaves; nothing of a leaf whose row is missing. */
  read(db: Db, leaves: Leaves): Promise<Rebuilt[]>;
}

/** Leaves of one kind, by what their rows are looked up with. */
export interface Leaves {
  readonly indexes: bigint[];
  readonly subjects: Hex[];
  /** The accounts that the subjects stand for, where they do. */
  readonly accounts: Address[];
  readonly governor: Address;
}

/** Parts in the order of their positions, which count from 0; none if one is missing or there twice. */
export function inPlace<part extends { position: number }>(parts: readonly part[]): part[] {
  const sorted = parts.toSorted((a, b) => a.position - b.position);
  return sorted.every(({ position }, i) => position === i) ? sorted : [];
}
