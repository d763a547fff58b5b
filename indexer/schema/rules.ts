import { onchainTable, primaryKey } from "ponder";

/** A rule with its hard bounds, in the units of contracts/types/Rules.sol. */
export const rule = onchainTable("rule", (t) => ({
  rule: t.integer().primaryKey(),
  min: t.bigint().notNull(),
  max: t.bigint().notNull(),
}));

/** The value of each rule in each version. */
export const ruleValue = onchainTable(
  "rule_value",
  (t) => ({
    version: t.integer().notNull(),
    rule: t.integer().notNull(),
    value: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.version, table.rule] }) }),
);

export const amendment = onchainTable("amendment", (t) => ({
  version: t.integer().primaryKey(),
  rule: t.integer().notNull(),
  before: t.bigint().notNull(),
  current: t.bigint().notNull(),
  rationaleHash: t.hex().notNull(),
  leaf: t.bigint().notNull(),
  timestamp: t.bigint().notNull(),
  block: t.bigint().notNull(),
  tx: t.hex().notNull(),
}));
