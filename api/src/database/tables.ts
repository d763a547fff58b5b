import type { Claim } from "@azora/sdk/proofs";
import {
  bigint,
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { Verdict } from "../audit/verdict.ts";

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

/** One row: how many bytes of evidence there are, and how often that changed. */
export const evidenceRoom = pgTable("evidence_room", {
  one: boolean().primaryKey().default(true),
  used: bigint({ mode: "number" }).notNull(),
  revision: bigint({ mode: "number" }).notNull().default(0),
});

/** Claims as they came. Addresses and nodes are in lower case. */
export const claim = pgTable("claim", {
  id: text().$type<`0x${string}`>().primaryKey(),
  identity: text().$type<`0x${string}`>().notNull(),
  account: text().$type<`0x${string}`>().notNull(),
  nonce: bigint({ mode: "number" }).notNull(),
  deadline: bigint({ mode: "number" }).notNull(),
  body: jsonb().$type<Claim>().notNull(),
  bytes: integer().notNull(),
  receivedAt: timestamp("received_at", { withTimezone: true }).notNull().defaultNow(),
});

/** One row: how many bytes of claims there are. */
export const claimRoom = pgTable("claim_room", {
  one: boolean().primaryKey().default(true),
  used: bigint({ mode: "number" }).notNull(),
});

/** What attestors found, each once a claim. */
export const verdict = pgTable(
  "verdict",
  {
    claim: text().$type<`0x${string}`>().notNull(),
    attestor: text().$type<`0x${string}`>().notNull(),
    sentences: text().array().notNull(),
    /** Null for a claim that was refused. */
    signature: text().$type<`0x${string}`>(),
    decidedAt: timestamp("decided_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.claim, table.attestor] })],
);

/** One row, once there is an auditor: what it last said of the index. */
export const audit = pgTable("audit", {
  one: boolean().primaryKey().default(true),
  proven: jsonb().$type<Verdict["proven"]>(),
  /** How much is wrong. */
  faults: integer().notNull(),
  /** The first of it. */
  findings: jsonb().$type<Verdict["findings"]>().notNull(),
  checkedAt: timestamp("checked_at", { withTimezone: true }).notNull(),
});
