import {
  attestor,
  attestorTerm,
  contribution,
  contributorShare,
  link,
  reopening,
  upstreamShare,
} from "ponder:schema";
import { hashAttribution, NodeKind, nodeKind, Phase } from "@azora/sdk";
import { accountOf, linkIdentity, noteAccount, noteIdentity } from "./stores/accounts.ts";
import { creditEther, withdrawEther } from "./stores/ether.ts";
import { found } from "./stores/found.ts";
import { nextLeaf, updateProtocol } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";
import { countIn } from "./stores/series.ts";
import { armRound } from "./stores/works.ts";

ponder.on("AttributionRegistry:Registered", async ({ event, context }) => {
  const { db } = context;
  const { contribution: id, registrant, evidenceHash, rulesVersion, bond, attribution, uri } = event.args;
  const { number: registeredBlock, timestamp: registeredAt } = event.block;
  const { contributions: number } = await updateProtocol(context, (row) => ({
    contributions: row.contributions + 1,
    openRounds: row.openRounds + 1,
  }));
  await noteAccount(context, registrant, registeredAt, { registered: 1 });
  await db.insert(contribution).values({
    id,
    registrant,
    evidenceHash,
    uri,
    rulesVersion,
    attributionHash: hashAttribution(attribution),
    contributorCount: attribution.contributors.length,
    upstreamCount: attribution.upstream.length,
    citedByCount: 0,
    registrationBond: bond,
    bond,
    bondOwner: registrant,
    phase: Phase.Armed,
    opening: 1,
    round: 1,
    rearmed: false,
    redrawn: false,
    challenged: false,
    late: false,
    amount: 0n,
    registeredAt,
    registeredBlock,
    registeredTx: event.transaction.hash,
    registeredLeaf: await nextLeaf(context),
    number,
  });

  for (const { node, weight } of attribution.contributors) {
    await db.insert(contributorShare).values({ contribution: id, node, weight, number });
    if (nodeKind(node) === NodeKind.Account)
      await noteAccount(context, accountOf(node), registeredAt, { credited: 1 });
    else await noteIdentity(context, node, registeredAt, { credited: 1 });
  }
  for (const { node: upstream, weight } of attribution.upstream) {
    await db.insert(upstreamShare).values({ contribution: id, upstream, weight, number });
    await db.update(contribution, { id: upstream }).set((row) => ({ citedByCount: row.citedByCount + 1 }));
  }

  // The first round has no event of its own: it is armed by the registration.
  await armRound(context, id, 1, rulesVersion, registeredBlock);
  await countIn(context, registeredAt, { registered: 1 });
});

ponder.on("AttributionRegistry:Reopened", async ({ event, context }) => {
  const { contribution: id, payer, opening, round, bond } = event.args;
  await noteAccount(context, payer, event.block.timestamp);
  const { rulesVersion } = found(await context.db.find(contribution, { id }), `contribution ${id}`);
  await context.db.update(contribution, { id }).set({
    phase: Phase.Armed,
    opening,
    round,
    rearmed: false,
    redrawn: false,
    bond,
    bondOwner: payer,
  });
  await context.db.insert(reopening).values({
    contribution: id,
    opening,
    round,
    payer,
    bond,
    leaf: await nextLeaf(context),
    timestamp: event.block.timestamp,
    tx: event.transaction.hash,
  });
  await armRound(context, id, round, rulesVersion, event.block.number);
  await updateProtocol(context, (row) => ({ voided: row.voided - 1, openRounds: row.openRounds + 1 }));
});

ponder.on("AttributionRegistry:BondReleased", async ({ event, context }) => {
  await context.db.update(contribution, { id: event.args.contribution }).set({ bond: 0n });
});

ponder.on("AttributionRegistry:LinkProposed", async ({ event, context }) => {
  const { identity: node, account, nonce, effectiveAt, attestors } = event.args;
  const at = event.block.timestamp;
  await noteAccount(context, account, at);
  await noteIdentity(context, node, at);
  await linkIdentity(context, node, { account, effectiveAt: BigInt(effectiveAt), nonce });
  await context.db.insert(link).values({
    identity: node,
    nonce,
    account,
    proposedAt: at,
    effectiveAt: BigInt(effectiveAt),
    attestors: [...attestors],
    leaf: await nextLeaf(context),
  });
});

ponder.on("AttributionRegistry:LinkVetoed", async ({ event, context }) => {
  const { identity: node, nonce, attestor: vetoedBy } = event.args;
  await linkIdentity(context, node, { account: null, effectiveAt: null, nonce: nonce + 1n });
  await context.db.update(link, { identity: node, nonce }).set({
    vetoedBy,
    vetoedAt: event.block.timestamp,
    vetoedLeaf: await nextLeaf(context),
  });
});

ponder.on("AttributionRegistry:AttestorSet", async ({ event, context }) => {
  const activeFrom = BigInt(event.args.activeFrom);
  await context.db
    .insert(attestor)
    .values({ account: event.args.attestor, activeFrom })
    .onConflictDoUpdate({ activeFrom });
  await context.db.insert(attestorTerm).values({
    leaf: await nextLeaf(context),
    account: event.args.attestor,
    activeFrom,
    timestamp: event.block.timestamp,
    tx: event.transaction.hash,
  });
});

ponder.on("AttributionRegistry:EtherCredited", async ({ event, context }) => {
  await creditEther(context, event.log.address, event.args.account, event.args.amount);
});

ponder.on("AttributionRegistry:EtherWithdrawn", async ({ event, context }) => {
  await withdrawEther(context, event.log.address, event.args.account, event.args.amount);
});
