import type { Context } from "ponder:registry";
import { credit, flow, payment, pool, reward, withdrawal } from "ponder:schema";
import { NodeKind, nodeKind, PotOrigin } from "@azora/sdk";
import type { Address, Hex } from "viem";
import { accountOf, noteAccount, noteIdentity } from "./stores/accounts.ts";
import { found } from "./stores/found.ts";
import { noteFund } from "./stores/fund.ts";
import { nextLeaf, updateProtocol } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";
import { countIn } from "./stores/series.ts";

interface Part {
  node: Hex;
  amount: bigint;
  minted: bigint;
}

const isAzr = ({ contracts }: Context, token: Address): boolean =>
  token.toLowerCase() === contracts.AzoraToken.address.toLowerCase();

async function pay(context: Context, token: Address, { node, amount, minted }: Part, at: bigint) {
  const { db } = context;
  if (nodeKind(node) === NodeKind.Account) {
    const account = accountOf(node);
    await noteAccount(context, account, at, { earned: isAzr(context, token) ? minted : undefined });
    await db
      .insert(credit)
      .values({ token, account, owed: amount, earned: minted, withdrawn: 0n })
      .onConflictDoUpdate((row) => ({ owed: row.owed + amount, earned: row.earned + minted }));
    return;
  }
  await db
    .insert(pool)
    .values({ token, node, balance: amount, minted, received: amount })
    .onConflictDoUpdate((row) => ({
      balance: row.balance + amount,
      minted: row.minted + minted,
      received: row.received + amount,
    }));
  if (nodeKind(node) === NodeKind.Identity && isAzr(context, token))
    await noteIdentity(context, node, at, { received: amount });
}

ponder.on("RewardLedger:Flowed", async ({ event, context }) => {
  const { db } = context;
  const { token, source, origin, amount, minted, payments } = event.args;
  const { timestamp, number } = event.block;
  await db.insert(flow).values({
    id: event.id,
    token,
    source,
    origin,
    amount,
    minted,
    leaf: await nextLeaf(context),
    timestamp,
    block: number,
    tx: event.transaction.hash,
  });
  // A settlement's and a reward's come from elsewhere.
  if (origin === PotOrigin.Pool)
    await db.update(pool, { token, node: source }).set({ balance: 0n, minted: 0n });
  for (const [position, part] of payments.entries()) {
    await db.insert(payment).values({ flow: event.id, position, token, source, ...part, timestamp });
    await pay(context, token, part, timestamp);
  }
  if (isAzr(context, token)) {
    const ofAccounts = payments.filter(({ node }) => nodeKind(node) === NodeKind.Account);
    await countIn(context, timestamp, { paid: ofAccounts.reduce((sum, part) => sum + part.amount, 0n) });
  }
});

ponder.on("RewardLedger:Rewarded", async ({ event, context }) => {
  const { token, contribution, payer, amount, citadel } = event.args;
  await context.db.insert(reward).values({
    id: event.id,
    token,
    contribution,
    payer,
    amount,
    citadel,
    leaf: await nextLeaf(context),
    timestamp: event.block.timestamp,
    block: event.block.number,
    tx: event.transaction.hash,
  });
  await noteFund(context, token, event.block.timestamp, { rewards: citadel });
});

ponder.on("RewardLedger:Withdrawn", async ({ event, context }) => {
  const { db } = context;
  const { token, account, to, amount } = event.args;
  const before = found(await db.find(credit, { token, account }), `credit of ${account}`);
  await db
    .update(credit, { token, account })
    .set({ owed: before.owed - amount, withdrawn: before.withdrawn + amount });
  await db.insert(withdrawal).values({
    id: event.id,
    token,
    account,
    to,
    amount,
    timestamp: event.block.timestamp,
    block: event.block.number,
    tx: event.transaction.hash,
  });
  if (!isAzr(context, token)) return;
  await updateProtocol(context, (row) => ({ withdrawn: row.withdrawn + amount }));
  await countIn(context, event.block.timestamp, { withdrawn: amount });
});
