import { fundEpoch, fundGrant, stipend } from "ponder:schema";
import { zeroAddress } from "viem";
import { noteAccount } from "./stores/accounts.ts";
import { noteFund } from "./stores/fund.ts";
import { nextLeaf, updateProtocol } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";

ponder.on("CitadelFund:Received", async ({ event, context }) => {
  await updateProtocol(context, (row) => ({ citadelEther: row.citadelEther + event.args.amount }));
});

ponder.on("CitadelFund:EpochOpened", async ({ event, context }) => {
  const { token, epoch, balance: opening } = event.args;
  const openedAt = event.block.timestamp;
  await context.db
    .insert(fundEpoch)
    .values({ token, epoch, opening, granted: 0n, stipends: 0n, fees: 0n, openedAt });
});

ponder.on("CitadelFund:Granted", async ({ event, context }) => {
  const { token, to, amount, epoch, purposeHash } = event.args;
  const { timestamp, number: block } = event.block;
  await noteAccount(context, to, timestamp);
  await context.db.insert(fundGrant).values({
    id: event.id,
    token,
    to,
    amount,
    epoch,
    purposeHash,
    leaf: await nextLeaf(context),
    timestamp,
    block,
    tx: event.transaction.hash,
  });
  await context.db.update(fundEpoch, { token, epoch }).set((row) => ({ granted: row.granted + amount }));
  await noteFund(context, token, timestamp, { granted: amount });
  if (token === zeroAddress)
    await updateProtocol(context, (row) => ({ citadelEther: row.citadelEther - amount }));
});

ponder.on("CitadelFund:FeePaid", async ({ event, context }) => {
  const { amount, epoch } = event.args;
  await context.db
    .update(fundEpoch, { token: zeroAddress, epoch })
    .set((row) => ({ fees: row.fees + amount }));
  await noteFund(context, zeroAddress, event.block.timestamp, { fees: amount });
  await updateProtocol(context, (row) => ({ citadelEther: row.citadelEther - amount }));
});

ponder.on("CitadelFund:StipendPaid", async ({ event, context }) => {
  const { contribution, round, validator, amount, epoch } = event.args;
  const { timestamp, number: block } = event.block;
  await context.db.insert(stipend).values({
    contribution,
    round,
    validator,
    amount,
    epoch,
    leaf: await nextLeaf(context),
    timestamp,
    block,
    tx: event.transaction.hash,
  });
  const { address: token } = context.contracts.AzoraToken;
  await context.db.update(fundEpoch, { token, epoch }).set((row) => ({ stipends: row.stipends + amount }));
  await noteFund(context, token, timestamp, { stipends: amount });
});
