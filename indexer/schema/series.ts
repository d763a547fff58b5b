import { onchainTable, primaryKey } from "ponder";

/** What happened within an hour or a day of the chain's clock; one in which nothing of it happened has no row. */
export const bucket = onchainTable(
  "bucket",
  (t) => ({
    /** How long it is, in seconds: 3600 or 86400. */
    period: t.integer().notNull(),
    start: t.bigint().notNull(),
    registered: t.integer().notNull(),
    accepted: t.integer().notNull(),
    rejected: t.integer().notNull(),
    settled: t.integer().notNull(),
    /** Votes of judges that were revealed, of second panels as well. */
    judged: t.integer().notNull(),
    challenged: t.integer().notNull(),
    /** Votes on proposals. */
    voted: t.integer().notNull(),
    /** AZR, as all below. */
    minted: t.bigint().notNull(),
    /** What came to accounts by flows. */
    paid: t.bigint().notNull(),
    withdrawn: t.bigint().notNull(),
    /** What came to the CitadelFund, and left it. */
    fundIn: t.bigint().notNull(),
    fundOut: t.bigint().notNull(),
    /** What there was after the last event that is counted here. */
    supply: t.bigint().notNull(),
    fund: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.period, table.start] }) }),
);
