import { bigint, boolean, customType, pgTable, text, timestamp } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Buffer }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
  toDriver: (value) => Buffer.from(value),
});

// The API's own tables, as api/migrations leaves them.

export const evidence = pgTable("evidence", {
  hash: text().$type<`0x${string}`>().primaryKey(),
  bytes: bytea().notNull(),
  /** What the retention counts from: later than `addedAt` if it was sent again. */
  storedAt: timestamp("stored_at", { withTimezone: true }).notNull().defaultNow(),
  addedAt: timestamp("added_at", { withTimezone: true }).notNull().defaultNow(),
  /** As the manifest names it, in lower case. */
  registrant: text().$type<`0x${string}`>().notNull(),
  kind: text().notNull(),
  title: text().notNull(),
  summary: text().notNull(),
});

/** One row: how many bytes of evidence there are. */
export const evidenceRoom = pgTable("evidence_room", {
  one: boolean().primaryKey().default(true),
  used: bigint({ mode: "number" }).notNull(),
});
