import { index, onchainTable } from "ponder";

/** Whoever was ever appointed to criticise. */
export const critic = onchainTable("critic", (t) => ({
  account: t.hex().primaryKey(),
  inOffice: t.boolean().notNull(),
  appointedAt: t.bigint().notNull(),
  critiques: t.integer().notNull(),
  /** The epoch of its last flag, and how many there were in it. */
  usedIn: t.integer().notNull(),
  used: t.integer().notNull(),
  /** The epoch of its last lost flag, and its strikes right after that. */
  lostIn: t.integer().notNull(),
  strikes: t.integer().notNull(),
}));

/** Each appointment and dismissal of a critic. */
export const criticTerm = onchainTable("critic_term", (t) => ({
  leaf: t.bigint().primaryKey(),
  account: t.hex().notNull(),
  appointed: t.boolean().notNull(),
  timestamp: t.bigint().notNull(),
  tx: t.hex().notNull(),
}));

/** What critics recorded, in the order of the chain. */
export const critique = onchainTable(
  "critique",
  (t) => ({
    /** That of the event. */
    id: t.text().primaryKey(),
    subject: t.hex().notNull(),
    critic: t.hex().notNull(),
    /** As in the contracts' enum `Verdict`. */
    verdict: t.integer().notNull(),
    ethics: t.integer().notNull(),
    bias: t.integer().notNull(),
    fairness: t.integer().notNull(),
    transparency: t.integer().notNull(),
    documentHash: t.hex().notNull(),
    critiqueHash: t.hex().notNull(),
    leaf: t.bigint().notNull(),
    timestamp: t.bigint().notNull(),
    block: t.bigint().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({
    subject: index().on(table.subject, table.id),
    critic: index().on(table.critic, table.id),
  }),
);

/** Each text of the articles, from the first one on. */
export const articles = onchainTable("articles", (t) => ({
  /** That of the event. */
  id: t.text().primaryKey(),
  /** SHA-256 of the text. */
  hash: t.hex().notNull(),
  /** Null for the first one, which came with the deployment. */
  rationaleHash: t.hex(),
  /** Null for the first one as well. */
  leaf: t.bigint(),
  timestamp: t.bigint().notNull(),
  block: t.bigint().notNull(),
  tx: t.hex().notNull(),
}));
