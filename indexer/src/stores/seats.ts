import type { Context } from "ponder:registry";
import { seat } from "ponder:schema";
import { type Address, zeroAddress } from "viem";
import { found } from "./found.ts";

/** From this block on somebody else, or nobody, holds a seat's number. Changes of one block: the last one counts. */
export async function holdSeat({ db }: Context, number: number, block: bigint, account: Address | null) {
  const holder = account ?? zeroAddress;
  await db
    .insert(seat)
    .values({ number, account, since: [block], holders: [holder] })
    .onConflictDoUpdate((row) => ({
      account,
      since: [...row.since, block],
      holders: [...row.holders, holder],
    }));
}

/** Who held a seat's number at the end of a block. */
export async function holderAt({ db }: Context, number: number, block: bigint): Promise<Address> {
  const { since, holders } = found(await db.find(seat, { number }), `seat ${number}`);
  const last = since.findLastIndex((from) => from <= block);
  return found(holders[last] ?? null, `holder of seat ${number} at block ${block}`);
}
