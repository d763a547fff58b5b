import { onchainTable } from "ponder";

/** Who sits where. */
export const seat = onchainTable("seat", (t) => ({
  number: t.integer().primaryKey(),
  account: t.hex().notNull(),
  bond: t.bigint().notNull(),
  seatedAt: t.bigint().notNull(),
  seatedBlock: t.bigint().notNull(),
}));

/** An account that may judge: named at genesis, or seated. */
export const validator = onchainTable("validator", (t) => ({
  account: t.hex().primaryKey(),
  named: t.boolean().notNull(),
  seat: t.integer(),
  drawn: t.integer().notNull(),
  committed: t.integer().notNull(),
  revealed: t.integer().notNull(),
}));
