import { ballot, protocol, slash, stint, validator } from "ponder:schema";
import { constants, Fault } from "@azora/sdk";
import { zeroHash } from "viem";
import { noteAccount } from "./stores/accounts.ts";
import { creditEther, withdrawEther } from "./stores/ether.ts";
import { found } from "./stores/found.ts";
import { nextLeaf, updateProtocol } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";
import { holdSeat } from "./stores/seats.ts";

const NEW_VALIDATOR = { drawn: 0, committed: 0, revealed: 0, stints: 0, barredUntil: 0n } as const;
const { BAR } = constants.ValidatorRegistry;

ponder.on("ValidatorRegistry:GenesisNamed", async ({ event, context }) => {
  const { account } = event.args;
  await noteAccount(context, account, event.block.timestamp);
  await context.db
    .insert(validator)
    .values({ account, named: true, ...NEW_VALIDATOR })
    .onConflictDoUpdate({ named: true });
});

ponder.on("ValidatorRegistry:Seated", async ({ event, context }) => {
  const { account, seat: number, bond } = event.args;
  await noteAccount(context, account, event.block.timestamp);
  await holdSeat(context, number, event.block.number, account);
  const { stints } = await context.db
    .insert(validator)
    .values({ account, named: false, seat: number, ...NEW_VALIDATOR, stints: 1 })
    .onConflictDoUpdate((row) => ({ seat: number, stints: row.stints + 1 }));
  await context.db.insert(stint).values({
    account,
    number: stints - 1,
    seat: number,
    entryBond: bond,
    deposited: bond,
    bond,
    seatedAt: event.block.timestamp,
    seatedBlock: event.block.number,
    seatedLeaf: await nextLeaf(context),
  });
  await updateProtocol(context, (row) => ({ seats: row.seats + 1 }));
});

ponder.on("ValidatorRegistry:Unseated", async ({ event, context }) => {
  const { account, seat: number, by, reasonHash, unlocksAt } = event.args;
  const { timestamp, number: block } = event.block;
  await holdSeat(context, number, block, null);
  // Only a removal has a reason, and it bars the return.
  const removed = reasonHash !== zeroHash;
  const { epochLength } = found(await context.db.find(protocol, { id: 1 }), "length of epochs");
  const { stints } = await context.db.update(validator, { account }).set((row) => ({
    seat: null,
    barredUntil: removed ? timestamp + BigInt(BAR) * (epochLength ?? 0n) : row.barredUntil,
  }));
  await context.db.update(stint, { account, number: stints - 1 }).set({
    endedAt: timestamp,
    endedSeat: number,
    endedLeaf: await nextLeaf(context),
    endedBy: by,
    reasonHash,
    unlocksAt,
  });
  await updateProtocol(context, (row) => ({ seats: row.seats - 1 }));
});

ponder.on("ValidatorRegistry:SeatMoved", async ({ event, context }) => {
  const { account, from, to } = event.args;
  await holdSeat(context, from, event.block.number, null);
  await holdSeat(context, to, event.block.number, account);
  await context.db.update(validator, { account }).set({ seat: to });
});

ponder.on("ValidatorRegistry:Slashed", async ({ event, context }) => {
  const { account, contribution, round, fault, amount, reward, prover, stint: number } = event.args;
  await context.db
    .update(stint, { account, number: Number(number) })
    .set((row) => ({ bond: row.bond - amount }));
  await context.db.insert(slash).values({
    account,
    contribution,
    round,
    stint: Number(number),
    fault,
    amount,
    reward,
    prover,
    leaf: await nextLeaf(context),
    timestamp: event.block.timestamp,
    block: event.block.number,
    tx: event.transaction.hash,
  });
  if (fault === Fault.Leak) {
    await context.db
      .update(ballot, { contribution, round, validator: account })
      .set({ leakedAt: event.block.timestamp });
  }
});

ponder.on("ValidatorRegistry:BondToppedUp", async ({ event, context }) => {
  const { account, stint: number, amount } = event.args;
  await context.db.update(stint, { account, number: Number(number) }).set((row) => {
    const bond = row.bond + amount;
    return { bond, deposited: bond > row.deposited ? bond : row.deposited };
  });
});

ponder.on("ValidatorRegistry:BondUnlocked", async ({ event, context }) => {
  const { account, stint: number } = event.args;
  await context.db.update(stint, { account, number: Number(number) }).set({ bond: 0n });
});

ponder.on("ValidatorRegistry:EtherCredited", async ({ event, context }) => {
  await creditEther(context, event.log.address, event.args.account, event.args.amount);
});

ponder.on("ValidatorRegistry:EtherWithdrawn", async ({ event, context }) => {
  await withdrawEther(context, event.log.address, event.args.account, event.args.amount);
});
