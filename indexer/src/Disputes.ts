import { challenge, feeShare, reservation } from "ponder:schema";
import { Outcome } from "@azora/sdk";
import { noteAccount } from "./stores/accounts.ts";
import { creditEther, withdrawEther } from "./stores/ether.ts";
import { nextLeaf } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";
import { countIn } from "./stores/series.ts";
import { challengedWork } from "./stores/works.ts";

ponder.on("Disputes:Reserved", async ({ event, context }) => {
  const { challenger, hash, deposit } = event.args;
  await noteAccount(context, challenger, event.block.timestamp);
  const made = {
    state: "Open" as const,
    deposit,
    contribution: null,
    reservedAt: event.block.timestamp,
    block: event.block.number,
    tx: event.transaction.hash,
    endedAt: null,
  };
  await context.db
    .insert(reservation)
    .values({ challenger, hash, ...made })
    .onConflictDoUpdate(made);
});

ponder.on("Disputes:Redeemed", async ({ event, context }) => {
  const { challenger, hash, contribution } = event.args;
  await context.db
    .update(reservation, { challenger, hash })
    .set({ state: "Redeemed", contribution, endedAt: event.block.timestamp });
});

ponder.on("Disputes:Released", async ({ event, context }) => {
  const { challenger, hash, contribution } = event.args;
  await context.db
    .update(reservation, { challenger, hash })
    .set({ state: "Released", contribution, endedAt: event.block.timestamp });
});

ponder.on("Disputes:Forfeited", async ({ event, context }) => {
  const { challenger, hash } = event.args;
  await context.db
    .update(reservation, { challenger, hash })
    .set({ state: "Forfeited", endedAt: event.block.timestamp });
});

ponder.on("Disputes:Challenged", async ({ event, context }) => {
  const { contribution, round, challenger, direction, ground, reasonHash, flagged, fee, bond } = event.args;
  await noteAccount(context, challenger, event.block.timestamp);
  const { level } = await challengedWork(context, contribution);
  await context.db.insert(challenge).values({
    contribution,
    challenger,
    flagged,
    direction,
    ground,
    outcome: Outcome.Pending,
    reasonHash,
    firstRound: round,
    firstLevel: level,
    fee,
    bond,
    challengedAt: event.block.timestamp,
    block: event.block.number,
    tx: event.transaction.hash,
    leaf: await nextLeaf(context),
  });
  await countIn(context, event.block.timestamp, { challenged: 1 });
});

ponder.on("Disputes:Closed", async ({ event, context }) => {
  const { contribution, outcome, bondTo, counted, share } = event.args;
  await context.db
    .update(challenge, { contribution })
    .set({ outcome, bondTo, counted: Number(counted), share, resolvedAt: event.block.timestamp });
});

ponder.on("Disputes:FeeShared", async ({ event, context }) => {
  await context.db.insert(feeShare).values({ ...event.args, timestamp: event.block.timestamp });
});

ponder.on("Disputes:EtherCredited", async ({ event, context }) => {
  await creditEther(context, event.log.address, event.args.account, event.args.amount);
});

ponder.on("Disputes:EtherWithdrawn", async ({ event, context }) => {
  await withdrawEther(context, event.log.address, event.args.account, event.args.amount);
});
