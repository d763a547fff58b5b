import {
  arming,
  ballot,
  challenge,
  contribution,
  epoch,
  round,
  settlement,
  validator,
  voiding,
} from "ponder:schema";
import { model, Outcome, Phase, RearmReason } from "@azora/sdk";
import { found } from "./stores/found.ts";
import { nextLeaf, updateProtocol } from "./stores/protocol.ts";
import { ponder } from "./stores/registry.ts";
import { holderAt } from "./stores/seats.ts";
import { countIn } from "./stores/series.ts";

const NEW_EPOCH = { points: 0n, isSealed: false, accepted: 0, settled: 0, minted: 0n } as const;

/** What each arming says of the work. A second panel has a missed draw and a redraw of its own. */
const ARMED: Readonly<Record<number, Partial<typeof contribution.$inferInsert>>> = {
  [RearmReason.MissedDraw]: { rearmed: true },
  [RearmReason.NoQuorum]: { redrawn: true },
  [RearmReason.Contested]: { challenged: true, rearmed: false, redrawn: false },
};

ponder.on("ProofOfValue:EpochsStarted", async ({ event, context }) => {
  await updateProtocol(context, () => event.args);
});

ponder.on("ProofOfValue:Rearmed", async ({ event, context }) => {
  const { contribution: id, round: number, reason, armedAt, drawBlock } = event.args;
  await context.db
    .update(contribution, { id })
    .set({ phase: Phase.Armed, round: number, ...(ARMED[reason] ?? {}) });
  if (reason === RearmReason.Contested)
    await updateProtocol(context, (row) => ({ openRounds: row.openRounds + 1 }));
  const armed = {
    armedAt: BigInt(armedAt),
    drawBlock: BigInt(drawBlock),
    rearmReason: reason,
    panelSize: 0,
    committed: 0,
    revealed: 0,
  };
  await context.db
    .insert(round)
    .values({ contribution: id, round: number, ...armed })
    .onConflictDoUpdate(armed);
  await context.db.insert(arming).values({
    leaf: await nextLeaf(context),
    contribution: id,
    round: number,
    reason,
    armedAt: armed.armedAt,
    timestamp: event.block.timestamp,
    tx: event.transaction.hash,
  });
});

ponder.on("ProofOfValue:Drawn", async ({ event, context }) => {
  const { db } = context;
  const { contribution: id, round: number, prevRandao, panel, commitEnd, revealEnd } = event.args;
  const seats = model.unpackPanel(panel).map(Number);
  const { number: place } = await db.update(contribution, { id }).set({ phase: Phase.Voting });
  const { armedAt } = await db.update(round, { contribution: id, round: number }).set({
    prevRandao,
    panelSize: seats.length,
    drawnAt: event.block.timestamp,
    commitEnd: BigInt(commitEnd),
    revealEnd: BigInt(revealEnd),
    drawnLeaf: await nextLeaf(context),
  });
  for (const [position, seat] of seats.entries()) {
    const account = await holderAt(context, seat, armedAt);
    await db.insert(ballot).values({
      contribution: id,
      round: number,
      validator: account,
      position,
      seat,
      number: place,
      revealEnd: BigInt(revealEnd),
    });
    await db.update(validator, { account }).set((row) => ({ drawn: row.drawn + 1 }));
  }
});

ponder.on("ProofOfValue:Committed", async ({ event, context }) => {
  const { db } = context;
  const { contribution: id, round: number, validator: account, commitment } = event.args;
  const key = { contribution: id, round: number, validator: account };
  const { commitment: before } = found(await db.find(ballot, key), `place of ${account} on a panel`);
  await db.update(ballot, key).set({ commitment, committedAt: event.block.timestamp });
  if (before !== null) return; // a commitment was replaced
  await db
    .update(round, { contribution: id, round: number })
    .set((row) => ({ committed: row.committed + 1 }));
  await db.update(validator, { account }).set((row) => ({ committed: row.committed + 1 }));
});

ponder.on("ProofOfValue:Revealed", async ({ event, context }) => {
  const { db } = context;
  const { contribution: id, round: number, validator: account, level, rationaleHash } = event.args;
  await db
    .update(ballot, { contribution: id, round: number, validator: account })
    .set({ level, rationaleHash, revealedAt: event.block.timestamp });
  await db.update(round, { contribution: id, round: number }).set((row) => ({ revealed: row.revealed + 1 }));
  await db.update(validator, { account }).set((row) => ({ revealed: row.revealed + 1 }));
  await countIn(context, event.block.timestamp, { judged: 1 });
});

ponder.on("ProofOfValue:Scored", async ({ event, context }) => {
  const { contribution: id, round: number, level, votes } = event.args;
  await context.db
    .update(round, { contribution: id, round: number })
    .set({ level, votes, scoredAt: event.block.timestamp, scoredLeaf: await nextLeaf(context) });
  const { challenged } = found(await context.db.find(contribution, { id }), `contribution ${id}`);
  if (challenged) {
    // The median of a second panel decides the challenge, which is resolved in the same transaction.
    await context.db.update(challenge, { contribution: id }).set({ secondLevel: level });
    return;
  }
  await context.db.update(contribution, { id }).set({ phase: Phase.Scored, level, scoredRound: number });
  await updateProtocol(context, (row) => ({ openRounds: row.openRounds - 1 }));
});

ponder.on("ProofOfValue:Resolved", async ({ event, context }) => {
  const { contribution: id, round: number, level, outcome } = event.args;
  await context.db
    .update(contribution, { id })
    .set({ phase: Phase.Scored, level, ...(outcome === Outcome.Upheld ? { scoredRound: number } : {}) });
  await context.db.update(challenge, { contribution: id }).set({
    lastRound: number,
    resolvedLeaf: await nextLeaf(context),
  });
  await updateProtocol(context, (row) => ({ openRounds: row.openRounds - 1 }));
});

ponder.on("ProofOfValue:Voided", async ({ event, context }) => {
  const { contribution: id, opening, round: number } = event.args;
  await context.db.update(contribution, { id }).set({ phase: Phase.Void });
  await context.db.insert(voiding).values({
    contribution: id,
    opening,
    round: number,
    leaf: await nextLeaf(context),
    timestamp: event.block.timestamp,
    tx: event.transaction.hash,
  });
  await updateProtocol(context, (row) => ({ voided: row.voided + 1, openRounds: row.openRounds - 1 }));
});

ponder.on("ProofOfValue:Uncritiqued", async ({ event, context }) => {
  const uncritiquedLeaf = await nextLeaf(context);
  await context.db.update(contribution, { id: event.args.contribution }).set({ uncritiquedLeaf });
});

ponder.on("ProofOfValue:Finalized", async ({ event, context }) => {
  const { contribution: id, level, points, epoch: number, late } = event.args;
  const finalizedLeaf = await nextLeaf(context);
  if (points === 0n) {
    await context.db
      .update(contribution, { id })
      .set({ phase: Phase.Rejected, level, points, finalizedLeaf });
    await updateProtocol(context, (row) => ({ rejected: row.rejected + 1 }));
    await countIn(context, event.block.timestamp, { rejected: 1 });
    return;
  }
  await context.db
    .update(contribution, { id })
    .set({ phase: Phase.Accepted, level, points, epoch: number, late, finalizedLeaf });
  await context.db
    .insert(epoch)
    .values({ number, ...NEW_EPOCH, points, accepted: 1 })
    .onConflictDoUpdate((row) => ({ points: row.points + points, accepted: row.accepted + 1 }));
  await countIn(context, event.block.timestamp, { accepted: 1 });
});

ponder.on("ProofOfValue:EpochSealed", async ({ event, context }) => {
  const { epoch: number, points, budget, rate } = event.args;
  const fixed = { points, budget, rate, isSealed: true, sealedAt: event.block.timestamp };
  await context.db
    .insert(epoch)
    .values({ number, ...NEW_EPOCH, ...fixed })
    .onConflictDoUpdate(fixed);
});

ponder.on("ProofOfValue:Settled", async ({ event, context }) => {
  const { contribution: id, epoch: number, points, rate, amount, citadel } = event.args;
  await context.db.update(contribution, { id }).set({ phase: Phase.Settled, amount });
  await context.db.insert(settlement).values({
    contribution: id,
    epoch: number,
    points,
    rate,
    amount,
    citadel,
    settledAt: event.block.timestamp,
    leaf: await nextLeaf(context),
    block: event.block.number,
    tx: event.transaction.hash,
  });
  await context.db
    .update(epoch, { number })
    .set((row) => ({ settled: row.settled + 1, minted: row.minted + amount }));
  await updateProtocol(context, (row) => ({
    settled: row.settled + 1,
    citadel: row.citadel + citadel,
  }));
  await countIn(context, event.block.timestamp, { settled: 1 });
});
