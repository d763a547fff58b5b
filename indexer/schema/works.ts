import { index, onchainTable, primaryKey } from "ponder";

export const contribution = onchainTable(
  "contribution",
  (t) => ({
    id: t.hex().primaryKey(),
    registrant: t.hex().notNull(),
    evidenceHash: t.hex().notNull(),
    /** A hint from anybody: bytes that are no text are replaced. */
    uri: t.text().notNull(),
    rulesVersion: t.integer().notNull(),
    attributionHash: t.hex().notNull(),
    contributorCount: t.integer().notNull(),
    upstreamCount: t.integer().notNull(),
    /** Later works that cite this one. */
    citedByCount: t.integer().notNull(),
    /** What was paid at registration. */
    registrationBond: t.bigint().notNull(),
    /** What is still held of a bond. */
    bond: t.bigint().notNull(),
    /** To whom it returns: the registrant, or who paid for a reopening. */
    bondOwner: t.hex().notNull(),
    /** As in the contracts' enum `Phase`. */
    phase: t.integer().notNull(),
    opening: t.integer().notNull(),
    round: t.integer().notNull(),
    rearmed: t.boolean().notNull(),
    redrawn: t.boolean().notNull(),
    challenged: t.boolean().notNull(),
    /** The round by whose panel the level stands. */
    scoredRound: t.integer(),
    level: t.integer(),
    points: t.bigint(),
    epoch: t.integer(),
    late: t.boolean().notNull(),
    /** AZR minted for it; 0 until it is settled. */
    amount: t.bigint().notNull(),
    registeredAt: t.bigint().notNull(),
    registeredBlock: t.bigint().notNull(),
    registeredTx: t.hex().notNull(),
    registeredLeaf: t.bigint().notNull(),
    /** Null if it was criticised, or is not final. */
    uncritiquedLeaf: t.bigint(),
    finalizedLeaf: t.bigint(),
    /** Its place among all registrations, from 1: the order of lists. */
    number: t.integer().notNull(),
  }),
  (table) => ({
    number: index().on(table.number),
    amount: index().on(table.amount, table.number),
    // One for each filter of lists, in each of their orders.
    phase: index().on(table.phase, table.number),
    phaseAmount: index().on(table.phase, table.amount, table.number),
    registrant: index().on(table.registrant, table.number),
    registrantAmount: index().on(table.registrant, table.amount, table.number),
    epoch: index().on(table.epoch, table.number),
    epochAmount: index().on(table.epoch, table.amount, table.number),
    evidence: index().on(table.evidenceHash),
  }),
);

/** Who is credited for a work: accounts and identities. */
export const contributorShare = onchainTable(
  "contributor_share",
  (t) => ({
    contribution: t.hex().notNull(),
    node: t.hex().notNull(),
    weight: t.integer().notNull(),
    /** The work's number. */
    number: t.integer().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.contribution, table.node] }),
    node: index().on(table.node, table.number),
  }),
);

/** A work and an earlier one that it was built on. */
export const upstreamShare = onchainTable(
  "upstream_share",
  (t) => ({
    contribution: t.hex().notNull(),
    upstream: t.hex().notNull(),
    weight: t.integer().notNull(),
    /** The number of the work that cites. */
    number: t.integer().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.contribution, table.upstream] }),
    upstream: index().on(table.upstream, table.number),
  }),
);

export const round = onchainTable(
  "round",
  (t) => ({
    contribution: t.hex().notNull(),
    round: t.integer().notNull(),
    armedAt: t.bigint().notNull(),
    drawBlock: t.bigint().notNull(),
    /** As in the enum `RearmReason`; null for the first round. */
    rearmReason: t.integer(),
    prevRandao: t.bigint(),
    panelSize: t.integer().notNull(),
    drawnAt: t.bigint(),
    commitEnd: t.bigint(),
    revealEnd: t.bigint(),
    committed: t.integer().notNull(),
    revealed: t.integer().notNull(),
    scoredAt: t.bigint(),
    level: t.integer(),
    /** Packed: 8 bits a level. */
    votes: t.bigint(),
    drawnLeaf: t.bigint(),
    scoredLeaf: t.bigint(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.contribution, table.round] }) }),
);

/** Each arming after the first of an opening: a round that is armed again keeps only its last one. */
export const arming = onchainTable(
  "arming",
  (t) => ({
    leaf: t.bigint().primaryKey(),
    contribution: t.hex().notNull(),
    round: t.integer().notNull(),
    /** As in the enum `RearmReason`. */
    reason: t.integer().notNull(),
    armedAt: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ contribution: index().on(table.contribution, table.leaf) }),
);

/** Each time that somebody paid for a void work to be judged after all. */
export const reopening = onchainTable(
  "reopening",
  (t) => ({
    contribution: t.hex().notNull(),
    opening: t.integer().notNull(),
    round: t.integer().notNull(),
    payer: t.hex().notNull(),
    bond: t.bigint().notNull(),
    leaf: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.contribution, table.opening] }) }),
);

/** Each opening of a work that ended without a score. */
export const voiding = onchainTable(
  "voiding",
  (t) => ({
    contribution: t.hex().notNull(),
    opening: t.integer().notNull(),
    round: t.integer().notNull(),
    leaf: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.contribution, table.opening] }) }),
);

/** A judge's place on a panel, and the vote from there. */
export const ballot = onchainTable(
  "ballot",
  (t) => ({
    contribution: t.hex().notNull(),
    round: t.integer().notNull(),
    validator: t.hex().notNull(),
    position: t.integer().notNull(),
    seat: t.integer().notNull(),
    commitment: t.hex(),
    committedAt: t.bigint(),
    level: t.integer(),
    rationaleHash: t.hex(),
    revealedAt: t.bigint(),
    /** When it was proven to have leaked, which voids it. */
    leakedAt: t.bigint(),
    /** The work's number. */
    number: t.integer().notNull(),
    /** The round's: until when it may be revealed. */
    revealEnd: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.contribution, table.round, table.validator] }),
    validator: index().on(table.validator, table.number, table.round),
    revealEnd: index().on(table.validator, table.revealEnd),
  }),
);
