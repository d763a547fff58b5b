import { index, onchainTable, primaryKey } from "ponder";

/** A seat's number, and everybody who held it: a panel's numbers stand for the holders as of its arming. */
export const seat = onchainTable("seat", (t) => ({
  number: t.integer().primaryKey(),
  /** Who holds it now; null if nobody. */
  account: t.hex(),
  /** Blocks of all changes, in order. */
  since: t.bigint().array().notNull(),
  /** Who held it from each of these blocks on; the zero address is nobody. */
  holders: t.hex().array().notNull(),
}));

/** An account that may judge: named at genesis, or seated once. */
export const validator = onchainTable(
  "validator",
  (t) => ({
    account: t.hex().primaryKey(),
    named: t.boolean().notNull(),
    seat: t.integer(),
    drawn: t.integer().notNull(),
    committed: t.integer().notNull(),
    revealed: t.integer().notNull(),
    /** How many seats it took so far: the number of its next stint. */
    stints: t.integer().notNull(),
    /** Until when it cannot return after its removal, in seconds; 0 if it was never removed. */
    barredUntil: t.bigint().notNull(),
  }),
  (table) => ({ seat: index().on(table.seat, table.account) }),
);

/** A seat from its taking to its end, with the bond behind it. */
export const stint = onchainTable(
  "stint",
  (t) => ({
    account: t.hex().notNull(),
    /** From 0, as the contract counts them. */
    number: t.integer().notNull(),
    /** The first number that it had, and what was paid for it. */
    seat: t.integer().notNull(),
    entryBond: t.bigint().notNull(),
    /** What slashes are a part of. */
    deposited: t.bigint().notNull(),
    /** What is left. */
    bond: t.bigint().notNull(),
    seatedAt: t.bigint().notNull(),
    seatedBlock: t.bigint().notNull(),
    seatedLeaf: t.bigint().notNull(),
    /** Null while the seat is held, as are the next five. */
    endedAt: t.bigint(),
    endedSeat: t.integer(),
    endedLeaf: t.bigint(),
    endedBy: t.hex(),
    reasonHash: t.hex(),
    unlocksAt: t.bigint(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.account, table.number] }) }),
);

/** What was taken of a bond for a proven fault. */
export const slash = onchainTable(
  "slash",
  (t) => ({
    account: t.hex().notNull(),
    contribution: t.hex().notNull(),
    round: t.integer().notNull(),
    stint: t.integer().notNull(),
    /** As in the contracts' enum `Fault`. */
    fault: t.integer().notNull(),
    amount: t.bigint().notNull(),
    /** The prover's part of it. */
    reward: t.bigint().notNull(),
    prover: t.hex().notNull(),
    leaf: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.account, table.contribution, table.round] }),
    account: index().on(table.account, table.block),
    contribution: index().on(table.contribution),
  }),
);
