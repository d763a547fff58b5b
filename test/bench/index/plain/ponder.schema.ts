import { onchainTable } from "ponder";

/** One row for each event, and nothing else. */
export const log = onchainTable("log", (t) => ({
  id: t.text().primaryKey(),
  contract: t.hex().notNull(),
  args: t.text().notNull(),
  block: t.bigint().notNull(),
  timestamp: t.bigint().notNull(),
  tx: t.hex().notNull(),
}));
