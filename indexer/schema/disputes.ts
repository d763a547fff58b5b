import { index, onchainTable, primaryKey } from "ponder";

/** The one challenge of a work, as its challenger made it and as it ended. */
export const challenge = onchainTable(
  "challenge",
  (t) => ({
    contribution: t.hex().primaryKey(),
    /** A critic, if it is flagged. */
    challenger: t.hex().notNull(),
    flagged: t.boolean().notNull(),
    /** As in the contracts' enums `Direction`, `Ground` and `Outcome`. */
    direction: t.integer().notNull(),
    ground: t.integer().notNull(),
    outcome: t.integer().notNull(),
    reasonHash: t.hex().notNull(),
    firstRound: t.integer().notNull(),
    firstLevel: t.integer().notNull(),
    /** Of the second panel; null until it is resolved. */
    lastRound: t.integer(),
    /** The second median; null without one. */
    secondLevel: t.integer(),
    /** What was paid. */
    fee: t.bigint().notNull(),
    bond: t.bigint().notNull(),
    /** Reveals of the second panel, and what each may claim of the fee. */
    counted: t.integer(),
    share: t.bigint(),
    bondTo: t.hex(),
    challengedAt: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
    leaf: t.bigint().notNull(),
    resolvedAt: t.bigint(),
    resolvedLeaf: t.bigint(),
  }),
  (table) => ({
    challenger: index().on(table.challenger),
    flagged: index().on(table.flagged, table.leaf),
  }),
);

/** A judge's part of a fee, once it was credited. */
export const feeShare = onchainTable(
  "fee_share",
  (t) => ({
    contribution: t.hex().notNull(),
    round: t.integer().notNull(),
    validator: t.hex().notNull(),
    amount: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.contribution, table.round, table.validator] }),
    validator: index().on(table.validator),
  }),
);

/** A sealed reservation of a challenge, as it last was: once it has ended, the same hash can be reserved again. */
export const reservation = onchainTable(
  "reservation",
  (t) => ({
    challenger: t.hex().notNull(),
    hash: t.hex().notNull(),
    /** Open until it is used, given back or lost. */
    state: t.text().$type<"Open" | "Redeemed" | "Released" | "Forfeited">().notNull(),
    deposit: t.bigint().notNull(),
    /** The work that it was of; null until that is told. */
    contribution: t.hex(),
    reservedAt: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
    endedAt: t.bigint(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.challenger, table.hash] }),
    block: index().on(table.challenger, table.block, table.hash),
  }),
);
