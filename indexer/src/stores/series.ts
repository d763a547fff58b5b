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

/** Only of what changes: each column that is set costs something. */
const sumsOf = (row: Row, change: Partial<Counts>): Partial<Counts> => ({
  ...(change.registered && { registered: row.registered + change.registered }),
  ...(change.accepted && { accepted: row.accepted + change.accepted }),
  ...(change.rejected && { rejected: row.rejected + change.rejected }),
  ...(change.settled && { settled: row.settled + change.settled }),
  ...(change.judged && { judged: row.judged + change.judged }),
  ...(change.challenged && { challenged: row.challenged + change.challenged }),
  ...(change.voted && { voted: row.voted + change.voted }),
  ...(change.minted && { minted: row.minted + change.minted }),
  ...(change.paid && { paid: row.paid + change.paid }),
  ...(change.withdrawn && { withdrawn: row.withdrawn + change.withdrawn }),
  ...(change.fundIn && { fundIn: row.fundIn + change.fundIn }),
  ...(change.fundOut && { fundOut: row.fundOut + change.fundOut }),
});
