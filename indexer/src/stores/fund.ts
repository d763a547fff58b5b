import type { Context } from "ponder:registry";
import { fundToken } from "ponder:schema";
import type { Address } from "viem";

type Row = typeof fundToken.$inferSelect;
type Sums = Pick<Row, "rewards" | "granted" | "stipends" | "fees">;

const NOTHING: Sums = { rewards: 0n, granted: 0n, stipends: 0n, fees: 0n };

/** Adds to what rewards of a token brought the fund, and to what the fund gave of it, in its whole life. */
export async function noteFund(
  { db }: Context,
  token: Address,
  changedAt: bigint,
  change: Partial<Sums>,
): Promise<void> {
  await db
    .insert(fundToken)
    .values({ token, changedAt, ...NOTHING, ...change })
    .onConflictDoUpdate((row) => ({
      rewards: row.rewards + (change.rewards ?? 0n),
      granted: row.granted + (change.granted ?? 0n),
      stipends: row.stipends + (change.stipends ?? 0n),
      fees: row.fees + (change.fees ?? 0n),
      changedAt,
    }));
}
