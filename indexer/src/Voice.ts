import { type Context, ponder } from "ponder:registry";
import { voice } from "ponder:schema";
import type { Address } from "viem";
import { noteAccount } from "./stores/accounts.ts";
import { noteBlock } from "./stores/blocks.ts";

type Row = typeof voice.$inferSelect;

/** An account delegates to itself until it chooses somebody. */
async function set({ db }: Context, account: Address, change: Partial<Omit<Row, "account">>) {
  await db
    .insert(voice)
    .values({ account, units: 0n, votes: 0n, delegate: account, ...change })
    .onConflictDoUpdate(change);
}

ponder.on("Voice:UnitsRaised", async ({ event, context }) => {
  await noteBlock(context, event.block);
  const { account, units } = event.args;
  await set(context, account, { units });
});

ponder.on("Voice:DelegateChanged", async ({ event, context }) => {
  await noteBlock(context, event.block);
  const { delegator, toDelegate } = event.args;
  await noteAccount(context, toDelegate, event.block.timestamp);
  await set(context, delegator, { delegate: toDelegate });
});

ponder.on("Voice:DelegateVotesChanged", async ({ event, context }) => {
  await noteBlock(context, event.block);
  const { delegate, newVotes } = event.args;
  await set(context, delegate, { votes: newVotes });
});
