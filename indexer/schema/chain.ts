import { index, onchainTable, primaryKey } from "ponder";

/** Blocks that hold an event of the protocol, and every block since the indexer follows the head. */
export const block = onchainTable("block", (t) => ({
  number: t.bigint().primaryKey(),
  hash: t.hex().notNull(),
  parentHash: t.hex().notNull(),
  timestamp: t.bigint().notNull(),
}));

/** One row, `id` 1: what was fixed at deployment, and totals. */
export const protocol = onchainTable("protocol", (t) => ({
  id: t.integer().primaryKey(),
  /** Start of epoch 0; null until the deployment's event. */
  genesisTime: t.bigint(),
  epochLength: t.bigint(),
  rulesVersion: t.integer().notNull(),
  contributions: t.integer().notNull(),
  settled: t.integer().notNull(),
  rejected: t.integer().notNull(),
  voided: t.integer().notNull(),
  /** Works that wait for a score. */
  openRounds: t.integer().notNull(),
  seats: t.integer().notNull(),
  /** Accounts that were credited or paid AZR, and credited identities without a link. */
  people: t.integer().notNull(),
  /** AZR. */
  minted: t.bigint().notNull(),
  citadel: t.bigint().notNull(),
  withdrawn: t.bigint().notNull(),
  /** ETH that came to the CitadelFund and has not left it. */
  citadelEther: t.bigint().notNull(),
  ledgerSize: t.bigint().notNull(),
  /** Which stop of registrations was the last one; null before there is one. */
  lastStop: t.text(),
}));

/** A decision on the audit ledger: exactly the fields of the event, and where it stands. */
export const leaf = onchainTable(
  "leaf",
  (t) => ({
    index: t.bigint().primaryKey(),
    timestamp: t.bigint().notNull(),
    emitter: t.hex().notNull(),
    kind: t.integer().notNull(),
    subject: t.hex().notNull(),
    actor: t.hex().notNull(),
    dataHash: t.hex().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({
    subject: index().on(table.subject, table.index),
    kind: index().on(table.kind, table.index),
    actor: index().on(table.actor, table.index),
  }),
);

/** Every event of the protocol, in the chain's order: what readers follow, and where they go on. */
export const event = onchainTable(
  "event",
  (t) => ({
    block: t.bigint().notNull(),
    /** Its log's place in the block. */
    logIndex: t.integer().notNull(),
    /** `Contract.Event` */
    name: t.text().notNull(),
    tx: t.hex().notNull(),
    /** The works, identities and accounts that it speaks of, as the sdk joins them. */
    nodes: t.text().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.block, table.logIndex] }) }),
);
