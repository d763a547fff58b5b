import type { Context } from "ponder:registry";
import { voice, voiceSum, voiceTotal } from "ponder:schema";
import type { Address } from "viem";
import { noteAccount } from "./stores/accounts.ts";
import { ponder } from "./stores/registry.ts";

type Row = typeof voice.$inferSelect;

/** An account delegates to itself until it chooses somebody. */
async function set({ db }: Context, account: Address, change: Partial<Omit<Row, "account">>) {
  await db
    .insert(voice)
    .values({ account, units: 0n, votes: 0n, delegate: account, ...change })
    .onConflictDoUpdate(change);
}

/** Notes the total as of the end of each second, for quorums look it up. */
async function raiseTotal({ db }: Context, raise: bigint, timestamp: bigint) {
  const { total } = await db
    .insert(voiceSum)
    .values({ id: 1, total: raise })
    .onConflictDoUpdate((row) => ({ total: row.total + raise }));
  await db.insert(voiceTotal).values({ timestamp, total }).onConflictDoUpdate({ total });
}

ponder.on("Voice:UnitsRaised", async ({ event, context }) => {
  const { account, units } = event.args;
  const before = await context.db.find(voice, { account });
  await raiseTotal(context, units - (before?.units ?? 0n), event.block.timestamp);
  await set(context, account, { units });
});

ponder.on("Voice:DelegateChanged", async ({ event, context }) => {
  const { delegator, toDelegate } = event.args;
  await noteAccount(context, toDelegate, event.block.timestamp);
  await set(context, delegator, { delegate: toDelegate });
});

ponder.on("Voice:DelegateVotesChanged", async ({ event, context }) => {
  const { delegate, newVotes } = event.args;
  await set(context, delegate, { votes: newVotes });
});
