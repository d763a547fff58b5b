import type { Context } from "ponder:registry";
import { account, identity } from "ponder:schema";
import type { Address, Hex } from "viem";

/** The account of an account's node, in lower case as all hex is here: a checksum would cost more than the row. */
export const accountOf = (node: Hex): Address => `0x${node.slice(26)}`;

/** An account that takes part, known from now on at the latest. */
export async function noteAccount(
  { db }: Context,
  address: Address,
  at: bigint,
  { registered = 0, credited = 0 } = {},
) {
  await db
    .insert(account)
    .values({ address, firstSeenAt: at, registered, credited })
    .onConflictDoUpdate((row) => ({
      registered: row.registered + registered,
      credited: row.credited + credited,
    }));
}

export async function noteIdentity({ db }: Context, node: Hex, at: bigint, { credited = 0 } = {}) {
  await db
    .insert(identity)
    .values({ node, firstSeenAt: at, credited, nonce: 0n })
    .onConflictDoUpdate((row) => ({ credited: row.credited + credited }));
}
