import type { Context } from "ponder:registry";
import { holding } from "ponder:schema";
import { type Address, zeroAddress } from "viem";
import { noteBlock } from "./stores/blocks.ts";
import { updateProtocol } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";

async function move({ db }: Context, account: Address, amount: bigint) {
  await db
    .insert(holding)
    .values({ account, balance: amount })
    .onConflictDoUpdate((row) => ({ balance: row.balance + amount }));
}

ponder.on("AzoraToken:Transfer", async ({ event, context }) => {
  await noteBlock(context, event.block);
  const { from, to, value } = event.args;
  if (from === zeroAddress) await updateProtocol(context, (row) => ({ minted: row.minted + value }));
  else await move(context, from, -value);
  if (to !== zeroAddress) await move(context, to, value);
});
