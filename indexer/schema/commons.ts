import { index, onchainTable, primaryKey } from "ponder";

/** What somebody paid to a work directly, in any token. */
export const reward = onchainTable(
  "reward",
  (t) => ({
    id: t.text().primaryKey(),
    token: t.hex().notNull(),
    contribution: t.hex().notNull(),
    payer: t.hex().notNull(),
    /** What arrived, the fund's tenth included. */
    amount: t.bigint().notNull(),
    citadel: t.bigint().notNull(),
    leaf: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ contribution: index().on(table.contribution, table.id) }),
);

/** What the fund may do with a token in an epoch. ETH is the zero address. */
export const fundEpoch = onchainTable(
  "fund_epoch",
  (t) => ({
    token: t.hex().notNull(),
    epoch: t.integer().notNull(),
    opening: t.bigint().notNull(),
    granted: t.bigint().notNull(),
    /** Of AZR only. */
    stipends: t.bigint().notNull(),
    /** For critics' flags; of ETH only. */
    fees: t.bigint().notNull(),
    openedAt: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.token, table.epoch] }), epoch: index().on(table.epoch) }),
);

/** What the fund gave of a token in its whole life, and what rewards brought; ETH is the zero address. */
export const fundToken = onchainTable(
  "fund_token",
  (t) => ({
    token: t.hex().primaryKey(),
    /** The tenths of direct rewards. */
    rewards: t.bigint().notNull(),
    granted: t.bigint().notNull(),
    /** Of AZR only. */
    stipends: t.bigint().notNull(),
    /** For critics' flags; of ETH only. */
    fees: t.bigint().notNull(),
    /** By the last of these. */
    changedAt: t.bigint().notNull(),
  }),
  (table) => ({ changed: index().on(table.changedAt, table.token) }),
);

export const fundGrant = onchainTable(
  "fund_grant",
  (t) => ({
    id: t.text().primaryKey(),
    token: t.hex().notNull(),
    to: t.hex().notNull(),
    amount: t.bigint().notNull(),
    epoch: t.integer().notNull(),
    purposeHash: t.hex().notNull(),
    leaf: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ to: index().on(table.to, table.id) }),
);

/** A judge's pay for a counted vote, in AZR from the fund. */
export const stipend = onchainTable(
  "stipend",
  (t) => ({
    contribution: t.hex().notNull(),
    round: t.integer().notNull(),
    validator: t.hex().notNull(),
    amount: t.bigint().notNull(),
    /** In which it was paid. */
    epoch: t.integer().notNull(),
    leaf: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.contribution, table.round, table.validator] }),
    validator: index().on(table.validator),
    leaf: index().on(table.leaf),
  }),
);

/** What an account may say in votes: its own units, and the votes that count for it. */
export const voice = onchainTable(
  "voice",
  (t) => ({
    account: t.hex().primaryKey(),
    units: t.bigint().notNull(),
    /** Its own and those that others delegated to it; none of its own if it delegated them. */
    votes: t.bigint().notNull(),
    /** Itself, unless it chose somebody else. */
    delegate: t.hex().notNull(),
  }),
  (table) => ({ votes: index().on(table.votes), delegate: index().on(table.delegate) }),
);
