import { index, onchainTable, primaryKey } from "ponder";

export const epoch = onchainTable("epoch", (t) => ({
  number: t.integer().primaryKey(),
  points: t.bigint().notNull(),
  isSealed: t.boolean().notNull(),
  sealedAt: t.bigint(),
  budget: t.bigint(),
  /** What the budget gives a point, before price caps. */
  rate: t.bigint(),
  accepted: t.integer().notNull(),
  settled: t.integer().notNull(),
  minted: t.bigint().notNull(),
}));

export const settlement = onchainTable(
  "settlement",
  (t) => ({
    contribution: t.hex().primaryKey(),
    epoch: t.integer().notNull(),
    points: t.bigint().notNull(),
    rate: t.bigint().notNull(),
    amount: t.bigint().notNull(),
    citadel: t.bigint().notNull(),
    settledAt: t.bigint().notNull(),
    leaf: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ epoch: index().on(table.epoch) }),
);

/** A pot that was split: a settlement's from the mint, a reward's from its payer, any other from its source's pool. */
export const flow = onchainTable(
  "flow",
  (t) => ({
    id: t.text().primaryKey(),
    token: t.hex().notNull(),
    source: t.hex().notNull(),
    /** As in the enum `PotOrigin`. */
    origin: t.integer().notNull(),
    amount: t.bigint().notNull(),
    minted: t.bigint().notNull(),
    /** Of the settlement or the reward, if it is a part of one. */
    leaf: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ source: index().on(table.source, table.id) }),
);

/** One recipient's part of a flow. */
export const payment = onchainTable(
  "payment",
  (t) => ({
    flow: t.text().notNull(),
    position: t.integer().notNull(),
    token: t.hex().notNull(),
    source: t.hex().notNull(),
    node: t.hex().notNull(),
    amount: t.bigint().notNull(),
    minted: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.flow, table.position] }),
    node: index().on(table.node, table.flow),
  }),
);

/** What waits for a contribution or an identity. */
export const pool = onchainTable(
  "pool",
  (t) => ({
    token: t.hex().notNull(),
    node: t.hex().notNull(),
    balance: t.bigint().notNull(),
    minted: t.bigint().notNull(),
    /** In its whole life. */
    received: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.token, table.node] }), node: index().on(table.node) }),
);

/** What an account is owed, and what it has earned in its life: newly minted AZR only. */
export const credit = onchainTable(
  "credit",
  (t) => ({
    token: t.hex().notNull(),
    account: t.hex().notNull(),
    owed: t.bigint().notNull(),
    earned: t.bigint().notNull(),
    withdrawn: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.token, table.account] }),
    account: index().on(table.account),
    earned: index().on(table.earned),
  }),
);

export const withdrawal = onchainTable(
  "withdrawal",
  (t) => ({
    id: t.text().primaryKey(),
    token: t.hex().notNull(),
    account: t.hex().notNull(),
    to: t.hex().notNull(),
    amount: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ account: index().on(table.account, table.id) }),
);

/** ETH of returned bonds that a contract owes an account. */
export const etherCredit = onchainTable(
  "ether_credit",
  (t) => ({
    contract: t.hex().notNull(),
    account: t.hex().notNull(),
    owed: t.bigint().notNull(),
    withdrawn: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.contract, table.account] }),
    account: index().on(table.account),
  }),
);

/** AZR balances, the protocol's own contracts included. */
export const holding = onchainTable("holding", (t) => ({
  account: t.hex().primaryKey(),
  balance: t.bigint().notNull(),
}));
