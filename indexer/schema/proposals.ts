import { index, onchainTable, primaryKey } from "ponder";

export const proposal = onchainTable(
  "proposal",
  (t) => ({
    /** Its id in the governor, as 32 bytes. */
    id: t.hex().primaryKey(),
    /** The id of the event that made it, which grows with time. */
    event: t.text().notNull(),
    proposer: t.hex().notNull(),
    targets: t.hex().array().notNull(),
    /** ETH in wei, one a target. */
    amounts: t.bigint().array().notNull(),
    calldatas: t.hex().array().notNull(),
    /** Words of anybody: bytes that are no text are replaced. */
    description: t.text().notNull(),
    /** keccak256 of the description, byte for byte. */
    descriptionHash: t.hex().notNull(),
    proposedAt: t.bigint().notNull(),
    voteStart: t.bigint().notNull(),
    /** Later than at first if its quorum came late. */
    voteEnd: t.bigint().notNull(),
    /** Voice, in wei of AZR earned. */
    votesAgainst: t.bigint().notNull(),
    votesFor: t.bigint().notNull(),
    votesAbstain: t.bigint().notNull(),
    voters: t.integer().notNull(),
    canceledAt: t.bigint(),
    queuedAt: t.bigint(),
    queuedLeaf: t.bigint(),
    /** When it can be executed. */
    eta: t.bigint(),
    executedAt: t.bigint(),
    executedLeaf: t.bigint(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ event: index().on(table.event), proposer: index().on(table.proposer, table.event) }),
);

export const vote = onchainTable(
  "vote",
  (t) => ({
    proposal: t.hex().notNull(),
    voter: t.hex().notNull(),
    /** 0 against, 1 for, 2 abstaining. */
    support: t.integer().notNull(),
    weight: t.bigint().notNull(),
    /** Words of anybody. */
    reason: t.text().notNull(),
    castAt: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.proposal, table.voter] }),
    weight: index().on(table.proposal, table.weight, table.voter),
    voter: index().on(table.voter, table.castAt),
  }),
);

/** How proposals come about, by the names of the governor's functions; times in seconds, amounts in wei of Voice. */
export const governorSetting = onchainTable("governor_setting", (t) => ({
  name: t.text().primaryKey(),
  value: t.bigint().notNull(),
}));

/** One row, `id` 1: all Voice together now. */
export const voiceSum = onchainTable("voice_sum", (t) => ({
  id: t.integer().primaryKey(),
  total: t.bigint().notNull(),
}));

/** All Voice together, from a second on: what a quorum is a part of. */
export const voiceTotal = onchainTable("voice_total", (t) => ({
  timestamp: t.bigint().primaryKey(),
  total: t.bigint().notNull(),
}));
