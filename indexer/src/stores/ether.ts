import type { Context } from "ponder:registry";
import { etherCredit } from "ponder:schema";
import type { Address } from "viem";
import { found } from "./found.ts";

/** ETH that a contract owes from now on. */
export async function creditEther({ db }: Context, contract: Address, account: Address, amount: bigint) {
  await db
    .insert(etherCredit)
    .values({ contract, account, owed: amount, withdrawn: 0n })
    .onConflictDoUpdate((row) => ({ owed: row.owed + amount }));
}

/** A whole credit was paid out. */
export async function withdrawEther({ db }: Context, contract: Address, account: Address, amount: bigint) {
  const { owed, withdrawn } = found(
    await db.find(etherCredit, { contract, account }),
    `ETH credit of ${account}`,
  );
  await db
    .update(etherCredit, { contract, account })
    .set({ owed: owed - amount, withdrawn: withdrawn + amount });
}
