import type { Context } from "ponder:registry";
import { protocol } from "ponder:schema";
import { found } from "./found.ts";

const ID = 1;

type Row = typeof protocol.$inferSelect;

const EMPTY: Row = {
  id: ID,
  genesisTime: null,
  epochLength: null,
  rulesVersion: 1,
  contributions: 0,
  settled: 0,
  rejected: 0,
  voided: 0,
  openRounds: 0,
  seats: 0,
  people: 0,
  minted: 0n,
  citadel: 0n,
  withdrawn: 0n,
  citadelEther: 0n,
  ledgerSize: 0n,
  lastStop: null,
};

/** Changes the one row of totals, which the first event makes. Gives it as it is then. */
export async function updateProtocol({ db }: Context, change: (row: Row) => Partial<Row>): Promise<Row> {
  return db
    .insert(protocol)
    .values({ ...EMPTY, ...change(EMPTY) })
    .onConflictDoUpdate((row) => change(row));
}

/**
 * The index of the leaf on the audit ledger that a decision gets. It is appended after the decision's event, in the same
 * transaction and before any other leaf.
 */
export async function nextLeaf({ db }: Context): Promise<bigint> {
  return (await db.find(protocol, { id: ID }))?.ledgerSize ?? 0n;
}

/** The epoch of a moment, as the contracts count them. */
export async function epochAt({ db }: Context, timestamp: bigint): Promise<number> {
  const { genesisTime, epochLength } = found(await db.find(protocol, { id: ID }), "the totals");
  if (genesisTime === null || epochLength === null) throw new Error("The start of epochs is not known yet.");
  return Number((timestamp - genesisTime) / epochLength);
}
