import * as tables from "@azora/indexer/schema";
import { Phase, PotOrigin, RearmReason, Rule, ruleNames, Verdict } from "@azora/sdk";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import {
  ALICE,
  AZR,
  address,
  aliceNode,
  azr,
  BOB,
  bobNode,
  CAROL,
  COIN,
  eventId,
  FUND,
  hashOf,
  person,
  REGISTRY,
  T0,
  timeOf,
  txHash,
  work,
} from "./names.ts";
import {
  ballotRow,
  blockRow,
  bucketRow,
  criticRow,
  critiqueRow,
  epochRow,
  eventRow,
  judgeRow,
  leafRow,
  paidRow,
  proposalRow,
  protocolRow,
  reservationRow,
  roundRow,
  scoredRow,
  stintRow,
  workRow,
} from "./rows.ts";

/** The block that the world is at. */
export const HEAD = 40;
/** Works 1 to 4 are paid, the last three of them the same; 5 is voted on, 6 is scored, 7 waits for its draw. */
export const WORKS = 7;
/** Leaves of the audit ledger, one a block. */
export const LEAVES = 21;
export const CHALLENGE_WINDOW = 30;
export const SEAL_DELAY = 10;

type Db = NodePgDatabase;

/** A small history with something of everything, in which nothing contradicts. */
export async function fillIndex(db: Db): Promise<void> {
  await db.insert(tables.block).values(Array.from({ length: HEAD }, (_, i) => blockRow(i + 1)));
  await fillRules(db);
  await fillConstitution(db);
  await fillProposals(db);
  await fillWorks(db);
  await fillJudgement(db);
  await fillMoney(db);
  await fillCommons(db);
  await fillPeople(db);
  await fillSeries(db);
  await db
    .insert(tables.leaf)
    .values(Array.from({ length: LEAVES }, (_, i) => leafRow(i + 1, { index: BigInt(i) })));
  await db
    .insert(tables.event)
    .values(Array.from({ length: LEAVES }, (_, i) => eventRow(i + 1, 0, [work(1)])));
}

async function fillRules(db: Db): Promise<void> {
  const values: Partial<Record<number, bigint>> = {
    [Rule.ChallengeWindow]: BigInt(CHALLENGE_WINDOW),
    [Rule.SealDelay]: BigInt(SEAL_DELAY),
  };
  const rules = [...ruleNames.keys()];
  await db.insert(tables.rule).values(rules.map((rule) => ({ rule, min: 1n, max: 1_000_000n })));
  await db
    .insert(tables.ruleValue)
    .values(rules.map((rule) => ({ version: 1, rule, value: values[rule] ?? 100n })));
  await db.insert(tables.protocol).values(
    protocolRow({
      contributions: WORKS,
      settled: 4,
      openRounds: 2,
      seats: 3,
      people: 3,
      minted: azr(14),
      citadel: azr(14) / 10n,
      withdrawn: azr(1),
      citadelEther: 5n,
      ledgerSize: BigInt(LEAVES),
    }),
  );
  await db.insert(tables.attestor).values([
    { account: CAROL, activeFrom: BigInt(timeOf(1)) },
    { account: BOB, activeFrom: 0n },
  ]);
}

async function fillConstitution(db: Db): Promise<void> {
  const at = { timestamp: timeOf(1), block: 1n, tx: txHash(1) };
  await db.insert(tables.articles).values([
    { ...at, id: eventId(1), hash: hashOf("articles"), rationaleHash: null },
    { ...at, id: eventId(2), hash: hashOf("better articles"), rationaleHash: hashOf("why") },
  ]);
  await db
    .insert(tables.critic)
    .values([criticRow(CAROL, { critiques: 2 }), criticRow(BOB, { inOffice: false })]);
  await db
    .insert(tables.critique)
    .values([critiqueRow(12), critiqueRow(13, { verdict: Verdict.Concern, bias: 5 })]);
}

/** Proposals 1 to 7: executed, canceled, queued, passed, defeated, being voted on, waiting. */
async function fillProposals(db: Db): Promise<void> {
  const settings = { quorumPpm: 100_000n, quorumFloor: azr(2) };
  await db
    .insert(tables.governorSetting)
    .values(Object.entries(settings).map(([name, value]) => ({ name, value })));
  // A tenth of it is below the floor at first, and above it from block 20 on.
  await db.insert(tables.voiceTotal).values([
    { timestamp: timeOf(1), total: azr(10) },
    { timestamp: timeOf(20), total: azr(40) },
  ]);
  const passed = { votesFor: azr(5), votesAgainst: azr(4), votesAbstain: azr(1), voters: 3 };
  await db
    .insert(tables.proposal)
    .values([
      proposalRow(1, { ...passed, queuedAt: timeOf(10), eta: timeOf(12), executedAt: timeOf(13) }),
      proposalRow(2, { canceledAt: timeOf(3) }),
      proposalRow(3, { ...passed, queuedAt: timeOf(12), eta: timeOf(14), proposer: BOB }),
      proposalRow(4, passed),
      proposalRow(25, { votesFor: azr(3), votesAbstain: azr(1) - 1n, voters: 2 }),
      proposalRow(HEAD - 3),
      proposalRow(HEAD - 2),
    ]);
  const vote = { proposal: proposalRow(4).id, castAt: timeOf(7), reason: "", tx: txHash(7) };
  await db.insert(tables.vote).values([
    { ...vote, voter: BOB, support: 0, weight: azr(4) },
    { ...vote, voter: ALICE, support: 1, weight: azr(5), reason: "because" },
    { ...vote, voter: CAROL, support: 2, weight: azr(1) },
  ]);
  await db.insert(tables.critique).values(critiqueRow(14, { subject: vote.proposal }));
}

async function fillWorks(db: Db): Promise<void> {
  const counts = { contributorCount: 2, upstreamCount: 0 };
  await db
    .insert(tables.contribution)
    .values([
      paidRow(1, azr(5), { ...counts, citedByCount: 3 }),
      paidRow(2, azr(3), { ...counts, upstreamCount: 1, citedByCount: 1, registrant: BOB }),
      paidRow(3, azr(3), { ...counts, upstreamCount: 2 }),
      paidRow(4, azr(3), { ...counts, upstreamCount: 1, epoch: 1 }),
      workRow(5, { phase: Phase.Voting, bond: 7n }),
      workRow(6, { phase: Phase.Scored, level: 3, round: 2, redrawn: true }),
      workRow(7),
    ]);
  await db.insert(tables.contributorShare).values(
    [1, 2, 3, 4].flatMap((n) => [
      { contribution: work(n), number: n, node: n === 4 ? bobNode : aliceNode, weight: 400_000 },
      { contribution: work(n), number: n, node: person(n === 2 ? 2 : 1), weight: 600_000 },
    ]),
  );
  await db.insert(tables.upstreamShare).values([
    { contribution: work(2), number: 2, upstream: work(1), weight: 100_000 },
    { contribution: work(3), number: 3, upstream: work(1), weight: 50_000 },
    { contribution: work(3), number: 3, upstream: work(2), weight: 60_000 },
    { contribution: work(4), number: 4, upstream: work(1), weight: 70_000 },
  ]);
}

async function fillJudgement(db: Db): Promise<void> {
  const voted = {
    commitment: txHash(1),
    committedAt: timeOf(3),
    level: 3,
    rationaleHash: txHash(2),
    revealedAt: timeOf(5),
  };
  await db
    .insert(tables.round)
    .values([
      ...[1, 2, 3, 4].map((n) => scoredRow(n)),
      roundRow(5, { commitEnd: timeOf(HEAD + 2), revealEnd: timeOf(HEAD + 4) }),
      roundRow(6),
      scoredRow(6, { round: 2, rearmReason: RearmReason.NoQuorum, revealEnd: timeOf(HEAD - 1) }),
      roundRow(7, { panelSize: 0, drawnAt: null, commitEnd: null, revealEnd: null, prevRandao: null }),
    ]);
  await db
    .insert(tables.ballot)
    .values([
      ...[1, 2, 3, 4].flatMap((n) => [0, 1, 2].map((position) => ballotRow(n, position, voted))),
      ballotRow(5, 0, { commitment: txHash(5), committedAt: timeOf(HEAD), revealEnd: timeOf(HEAD + 4) }),
      ballotRow(5, 1, { revealEnd: timeOf(HEAD + 4) }),
      ballotRow(6, 0),
      ballotRow(6, 0, { round: 2, ...voted }),
    ]);
  // Those without a seat come last; so does the one who was named and never came.
  await db
    .insert(tables.validator)
    .values([judgeRow(0, 0), judgeRow(1, 1), judgeRow(2, 2), judgeRow(3, null), judgeRow(4, null)]);
  await db.insert(tables.stint).values([
    stintRow(1, 0, {
      endedAt: timeOf(5),
      endedBy: address(11),
      reasonHash: work(0),
      unlocksAt: timeOf(50),
    }),
    stintRow(1, 1, { bond: azr(1) - 6n }),
  ]);
  await db.insert(tables.slash).values({
    account: address(11),
    contribution: work(1),
    round: 1,
    stint: 1,
    fault: 3,
    amount: 6n,
    reward: 2n,
    prover: CAROL,
    leaf: 9n,
    timestamp: timeOf(9),
    block: 9n,
    tx: txHash(9),
  });
  await db.insert(tables.epoch).values([
    epochRow(0, {
      isSealed: true,
      sealedAt: timeOf(8),
      budget: azr(1_000_000),
      rate: azr(1),
      accepted: 3,
      settled: 3,
      minted: azr(11),
    }),
    epochRow(1, { settled: 1, minted: azr(3) }),
    epochRow(3),
  ]);
}

async function fillMoney(db: Db): Promise<void> {
  const at = { timestamp: timeOf(12), block: 12n, tx: txHash(12) };
  await db.insert(tables.settlement).values(
    [1, 2, 3, 4].map((n) => ({
      contribution: work(n),
      epoch: n === 4 ? 1 : 0,
      points: 4n,
      rate: azr(1),
      amount: azr(n === 1 ? 5 : 3),
      citadel: azr(n === 1 ? 5 : 3) / 10n,
      settledAt: timeOf(11),
      leaf: BigInt(n),
      block: 11n,
      tx: txHash(11),
    })),
  );
  const flow = { token: AZR, source: work(1), amount: azr(4), minted: azr(4), leaf: 12n, ...at };
  await db.insert(tables.flow).values([
    { ...flow, id: eventId(1), origin: PotOrigin.Settlement },
    { ...flow, id: eventId(2), origin: PotOrigin.Pool },
  ]);
  const payment = { token: AZR, source: work(1), amount: azr(2), minted: azr(2), timestamp: at.timestamp };
  await db.insert(tables.payment).values([
    { ...payment, flow: eventId(1), position: 0, node: aliceNode },
    { ...payment, flow: eventId(1), position: 1, node: person(1) },
    { ...payment, flow: eventId(2), position: 0, node: aliceNode },
  ]);
  await db.insert(tables.pool).values([
    { token: AZR, node: work(1), balance: 3n, minted: 2n, received: 9n },
    { token: AZR, node: person(1), balance: 0n, minted: 0n, received: azr(2) },
    { token: AZR, node: person(2), balance: azr(2), minted: azr(1), received: azr(2) },
  ]);
  await db.insert(tables.credit).values([
    { token: AZR, account: ALICE, owed: azr(3), earned: azr(4), withdrawn: azr(1) },
    { token: AZR, account: BOB, owed: azr(2), earned: azr(2), withdrawn: 0n },
  ]);
  await db
    .insert(tables.withdrawal)
    .values({ id: eventId(3), token: AZR, account: ALICE, to: CAROL, amount: azr(1), ...at });
  await db.insert(tables.reservation).values([
    reservationRow(30, { challenger: ALICE }),
    reservationRow(20, {
      challenger: ALICE,
      state: "Released",
      contribution: work(6),
      endedAt: timeOf(25),
    }),
  ]);
  await db.insert(tables.etherCredit).values({ contract: REGISTRY, account: ALICE, owed: 8n, withdrawn: 9n });
  await db.insert(tables.holding).values([
    { account: FUND, balance: azr(14) / 10n },
    { account: CAROL, balance: azr(1) },
  ]);
}

/** A reward in another token, an open epoch of the fund, and what left it. */
async function fillCommons(db: Db): Promise<void> {
  const at = { timestamp: timeOf(13), block: 13n, tx: txHash(13) };
  const paid = { token: COIN, contribution: work(1), payer: CAROL, amount: 100n, citadel: 10n, leaf: 13n };
  await db.insert(tables.reward).values({ ...paid, id: eventId(5), ...at });
  const flow = { token: COIN, source: work(1), amount: 90n, minted: 0n, leaf: 13n, ...at };
  await db.insert(tables.flow).values({ ...flow, id: eventId(4), origin: PotOrigin.Reward });
  await db
    .insert(tables.pool)
    .values({ token: COIN, node: person(1), balance: 36n, minted: 0n, received: 36n });
  await db
    .insert(tables.credit)
    .values({ token: COIN, account: ALICE, owed: 54n, earned: 0n, withdrawn: 1n });
  await db.insert(tables.fundEpoch).values([
    { token: AZR, epoch: 1, opening: azr(1), granted: 7n, stipends: 8n, fees: 0n, openedAt: timeOf(10) },
    { token: AZR, epoch: 2, opening: azr(2), granted: 0n, stipends: 0n, fees: 0n, openedAt: timeOf(12) },
  ]);
  const nothing = { rewards: 0n, granted: 0n, stipends: 0n, fees: 0n, changedAt: timeOf(13) };
  await db.insert(tables.fundToken).values([
    { ...nothing, token: COIN, rewards: 10n },
    { ...nothing, token: AZR, granted: 7n, stipends: 8n },
  ]);
  const grant = { token: AZR, to: BOB, amount: 7n, epoch: 1, purposeHash: txHash(7), leaf: 14n };
  await db.insert(tables.fundGrant).values({ ...grant, id: eventId(6), ...at });
  const stipend = { contribution: work(1), round: 1, validator: address(7), amount: 8n, epoch: 1, leaf: 15n };
  await db.insert(tables.stipend).values({ ...stipend, ...at });
  await db.insert(tables.voice).values([
    { account: ALICE, units: azr(4), votes: 0n, delegate: BOB },
    { account: BOB, units: 0n, votes: azr(4), delegate: BOB },
  ]);
}

/** Three hours of one day, with one left out. */
async function fillSeries(db: Db): Promise<void> {
  const [hour, day] = [3_600, 86_400];
  const start = T0 - (T0 % hour);
  const levels = { supply: azr(14), fund: azr(14) / 10n };
  const all = { registered: 7, settled: 4, minted: azr(14), fundIn: azr(14) / 10n, paid: azr(6) };
  await db
    .insert(tables.bucket)
    .values([
      bucketRow(hour, start, { ...all, ...levels }),
      bucketRow(hour, start + hour, { withdrawn: azr(1), ...levels }),
      bucketRow(hour, start + 3 * hour, { judged: 12, voted: 3, ...levels }),
      bucketRow(day, T0 - (T0 % day), { ...all, ...levels, withdrawn: azr(1), judged: 12, voted: 3 }),
    ]);
}

async function fillPeople(db: Db): Promise<void> {
  const at = { firstSeenAt: timeOf(1) };
  await db.insert(tables.account).values([
    { address: ALICE, ...at, registered: 6, credited: 3, earned: azr(4) },
    { address: BOB, ...at, registered: 1, credited: 1, earned: azr(2) },
    { address: CAROL, ...at, registered: 0, credited: 0, earned: null },
  ]);
  await db.insert(tables.identity).values([
    {
      node: person(1),
      ...at,
      credited: 3,
      account: ALICE,
      effectiveAt: timeOf(HEAD),
      nonce: 0n,
      received: azr(2),
    },
    {
      node: person(2),
      ...at,
      credited: 1,
      account: BOB,
      effectiveAt: timeOf(HEAD + 1),
      nonce: 1n,
      received: azr(2),
    },
    { node: person(3), ...at, credited: 1, account: null, effectiveAt: null, nonce: 1n, received: 0n },
  ]);
  const link = { proposedAt: timeOf(2), attestors: [CAROL], leaf: 2n };
  await db.insert(tables.link).values([
    { identity: person(1), nonce: 0n, account: ALICE, effectiveAt: timeOf(HEAD), ...link },
    {
      identity: person(2),
      nonce: 0n,
      account: CAROL,
      effectiveAt: timeOf(9),
      vetoedBy: CAROL,
      vetoedAt: timeOf(8),
      ...link,
    },
    { identity: person(2), nonce: 1n, account: BOB, effectiveAt: timeOf(HEAD + 1), ...link },
    {
      identity: person(3),
      nonce: 0n,
      account: CAROL,
      effectiveAt: timeOf(9),
      vetoedBy: CAROL,
      vetoedAt: timeOf(8),
      ...link,
    },
  ]);
}
