import type { ProtocolLog } from "@azora/sdk";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Happened, Past } from "../Past.ts";

type Row = Readonly<Record<string, unknown>>;

/** All rows that a table has to have: their keys, and the columns that follow from what happened. */
export interface Truth {
  readonly table: PgTable;
  readonly rows: readonly Row[];
}

/**
 * What a part of the index has to be. Each row is found by looking at all that happened, not by following it event for event
 * as the index's handlers do, so that the two agree by being right only.
 */
export type Truths = (past: Past) => readonly Truth[];

/** With the types of the table's own columns. */
export const truth = <table extends PgTable>(
  table: table,
  rows: readonly Partial<table["$inferSelect"]>[],
): Truth => ({ table, rows });

/** How many digits each part of an event's id has: time, chain, block, transaction, kind of event, place in the block. */
const DIGITS = [10, 16, 16, 16, 1, 16] as const;
const LOG = 5;

export function idOf(
  { deployment }: Past,
  { at, blockNumber, transactionIndex, logIndex }: Happened,
): string {
  const parts = [at, deployment.chainId, blockNumber, transactionIndex, LOG, logIndex];
  return parts.map((part, i) => String(part).padStart(DIGITS[i] ?? 0, "0")).join("");
}

export const placeOf = ({ blockNumber: block, transactionHash: tx }: ProtocolLog) => ({ block, tx });

export const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, each) => sum + each, 0n);
