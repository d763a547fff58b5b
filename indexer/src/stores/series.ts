import type { Context } from "ponder:registry";
import { bucket, holding, protocol } from "ponder:schema";

/** An hour and a day. */
const PERIODS = [3_600, 86_400] as const;

type Row = typeof bucket.$inferSelect;
/** What is counted, and not as of the end. */
type Counts = Omit<Row, "period" | "start" | "supply" | "fund">;

const NOTHING: Counts = {
  registered: 0,
  accepted: 0,
  rejected: 0,
  settled: 0,
  judged: 0,
  challenged: 0,
  voted: 0,
  minted: 0n,
  paid: 0n,
  withdrawn: 0n,
  fundIn: 0n,
  fundOut: 0n,
};

/** Adds to the hour and the day of a moment. Call it last in a handler: it notes what there is of AZR by then. */
export async function countIn(context: Context, timestamp: bigint, change: Partial<Counts>): Promise<void> {
  const levels = await readLevels(context);
  for (const period of PERIODS) {
    const start = timestamp - (timestamp % BigInt(period));
    await context.db
      .insert(bucket)
      .values({ period, start, ...NOTHING, ...change, ...levels })
      .onConflictDoUpdate((row) => ({ ...sumsOf(row, change), ...levels }));
  }
}

/** The rows of these keys are in memory after the first time, so this asks nothing of the database. */
async function readLevels({ db, contracts }: Context): Promise<Pick<Row, "supply" | "fund">> {
  const totals = await db.find(protocol, { id: 1 });
  const held = await db.find(holding, { account: contracts.CitadelFund.address });
  return { supply: totals?.minted ?? 0n, fund: held?.balance ?? 0n };
}

const sumsOf = (row: Row, change: Partial<Counts>): Partial<Counts> => ({
  registered: row.registered + (change.registered ?? 0),
  accepted: row.accepted + (change.accepted ?? 0),
  rejected: row.rejected + (change.rejected ?? 0),
  settled: row.settled + (change.settled ?? 0),
  judged: row.judged + (change.judged ?? 0),
  challenged: row.challenged + (change.challenged ?? 0),
  voted: row.voted + (change.voted ?? 0),
  minted: row.minted + (change.minted ?? 0n),
  paid: row.paid + (change.paid ?? 0n),
  withdrawn: row.withdrawn + (change.withdrawn ?? 0n),
  fundIn: row.fundIn + (change.fundIn ?? 0n),
  fundOut: row.fundOut + (change.fundOut ?? 0n),
});
