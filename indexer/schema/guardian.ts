import { onchainTable } from "ponder";

/** Each time that the guardian was set or renewed, from the deployment on, in the order of the chain. */
export const guardianTerm = onchainTable("guardian_term", (t) => ({
  /** That of the event. */
  id: t.text().primaryKey(),
  /** The zero address for nobody. */
  account: t.hex().notNull(),
  /** The first second out of office; 0 for nobody. */
  termEnd: t.bigint().notNull(),
  leaf: t.bigint().notNull(),
  timestamp: t.bigint().notNull(),
  block: t.bigint().notNull(),
  tx: t.hex().notNull(),
}));

/** Each stop of new registrations, in the order of the chain. */
export const registrationStop = onchainTable("registration_stop", (t) => ({
  /** That of the event. */
  id: t.text().primaryKey(),
  guardian: t.hex().notNull(),
  /** The first second in which registrations are open again, by now. */
  until: t.bigint().notNull(),
  /** The same, as the guardian said it. */
  announcedUntil: t.bigint().notNull(),
  /** Who ended it early; null for nobody. */
  liftedBy: t.hex(),
  reasonHash: t.hex().notNull(),
  leaf: t.bigint().notNull(),
  liftedLeaf: t.bigint(),
  timestamp: t.bigint().notNull(),
  block: t.bigint().notNull(),
  tx: t.hex().notNull(),
}));
