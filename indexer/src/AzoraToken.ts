import type { Context, Event } from "ponder:registry";
import { holding } from "ponder:schema";
import { type Address, zeroAddress } from "viem";
import { updateProtocol } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";
import { countIn } from "./stores/series.ts";

async function move({ db }: Context, account: Address, amount: bigint) {
  await db
    .insert(holding)
    .values({ account, balance: amount })
    .onConflictDoUpdate((row) => ({ balance: row.balance + amount }));
}

ponder.on("AzoraToken:Transfer", async ({ event, context }) => {
  const { from, to, value } = event.args;
  if (from === zeroAddress) await updateProtocol(context, (row) => ({ minted: row.minted + value }));
  else await move(context, from, -value);
  if (to !== zeroAddress) await move(context, to, value);
  await countTransfer(context, event);
});

/** What people pass on to each other is in no series. */
async function countTransfer(context: Context, { args, block }: Event<"AzoraToken:Transfer">) {
  const { from, to, value } = args;
  const fund = context.contracts.CitadelFund.address.toLowerCase();
  const isMint = from === zeroAddress;
  const [comes, leaves] = [to.toLowerCase() === fund, from.toLowerCase() === fund];
  if (!isMint && !comes && !leaves) return;
  await countIn(context, block.timestamp, {
    ...(isMint && { minted: value }),
    ...(comes && { fundIn: value }),
    ...(leaves && { fundOut: value }),
  });
}
