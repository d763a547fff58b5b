import {
  type Deployment,
  dataHash,
  hashLeaf,
  type Leaf,
  type LeafKind,
  leafKindNames,
  NodeKind,
  nodeAccount,
  nodeKind,
} from "@azora/sdk";
import { DatabaseError } from "pg";
import { BaseError, type Hex } from "viem";
import type { Db } from "../../../database/pools.ts";
import { isDatabaseAway } from "../../../database/troubles.ts";
import { KINDS } from "./kinds/index.ts";
import type { LeafRow, Leaves, Rebuilt } from "./rebuilt.ts";

/** A leaf whose hash follows from the rows of its decision, and what is wrong with them, if anything. */
export interface CheckedLeaf {
  readonly index: bigint;
  readonly hash: Hex;
  readonly fault?: string;
}

/** Rebuilds leaves from the tables of their decisions. The `dataHash` of their own rows is only compared. */
export async function rebuildLeaves(
  db: Db,
  deployment: Deployment,
  rows: readonly LeafRow[],
): Promise<CheckedLeaf[]> {
  const rebuilt = new Map<bigint, Rebuilt>();
  for (const [kind, some] of Map.groupBy(rows, (row) => row.kind)) {
    const found = await readEach(db, deployment, kind, some);
    for (const leaf of found) rebuilt.set(leaf.index, leaf);
  }
  return rows.map((row) => check(row, rebuilt.get(row.index), deployment));
}

/** All at once, or one by one if some row has what no contract could have hashed, so that this one is found. */
async function readEach(db: Db, deployment: Deployment, kind: number, rows: LeafRow[]): Promise<Rebuilt[]> {
  try {
    return await readKind(db, deployment, kind, rows);
  } catch (error) {
    if (error instanceof DatabaseError || isDatabaseAway(error)) throw error;
    if (rows.length === 1) return [];
    const each: Rebuilt[] = [];
    for (const row of rows) each.push(...(await readEach(db, deployment, kind, [row])));
    return each;
  }
}

async function readKind(db: Db, deployment: Deployment, kind: number, rows: LeafRow[]): Promise<Rebuilt[]> {
  const name = leafKindNames[kind];
  if (name === undefined) return [];
  // An anchor decides nothing: its record is all there is.
  if (name === "Anchored")
    return rows.map(({ index, subject, emitter }) => ({
      index,
      row: `leaf ${index}`,
      subject,
      actor: emitter,
      dataHash: dataHash.Anchored(subject),
    }));
  return KINDS[name].read(db, leavesOf(rows, deployment));
}

function leavesOf(rows: readonly LeafRow[], { addresses }: Deployment): Leaves {
  const subjects = rows.map(({ subject }) => subject);
  return {
    indexes: rows.map(({ index }) => index),
    subjects,
    accounts: subjects.filter((subject) => nodeKind(subject) === NodeKind.Account).map(nodeAccount),
    governor: addresses.governor,
  };
}

const isLeafKind = (kind: number): kind is LeafKind => leafKindNames[kind] !== undefined;

function check(row: LeafRow, rebuilt: Rebuilt | undefined, { addresses }: Deployment): CheckedLeaf {
  const { index, kind } = row;
  const name = leafKindNames[kind];
  if (!isLeafKind(kind) || name === undefined)
    return { index, hash: row.dataHash, fault: `leaf ${index} is of the kind ${kind}, which is unknown` };
  const kept = hashKept({ ...row, kind });
  if (rebuilt === undefined || kept === undefined)
    return {
      index,
      hash: kept ?? row.dataHash,
      fault: `no decision is kept that leaf ${index} (${name}) follows from`,
    };
  const hash = hashLeaf({
    index,
    kind,
    timestamp: rebuilt.timestamp ?? row.timestamp,
    emitter: name === "Anchored" ? row.emitter : addresses[KINDS[name].emitter],
    subject: rebuilt.subject,
    actor: rebuilt.actor ?? row.actor,
    dataHash: rebuilt.dataHash,
  });
  if (hash === kept) return { index, hash };
  return { index, hash, fault: `leaf ${index} (${name}) does not follow from ${rebuilt.row}` };
}

/** Undefined for what no ledger could have appended. */
function hashKept(leaf: Leaf): Hex | undefined {
  try {
    return hashLeaf(leaf);
  } catch (error) {
    if (error instanceof BaseError) return undefined;
    throw error;
  }
}
