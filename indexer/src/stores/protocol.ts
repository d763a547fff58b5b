import type { Context } from "ponder:registry";
import { protocol } from "ponder:schema";

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
  minted: 0n,
  citadel: 0n,
  withdrawn: 0n,
  citadelEther: 0n,
  ledgerSize: 0n,
};

/** Changes the one row of totals, which the first event makes. Gives it as it is then. */
export async function updateProtocol({ db }: Context, change: (row: Row) => Partial<Row>): Promise<Row> {
  return db
    .insert(protocol)
    .values({ ...EMPTY, ...change(EMPTY) })
    .onConflictDoUpdate((row) => change(row));
}
