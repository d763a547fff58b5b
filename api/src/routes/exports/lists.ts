import { contributorShare, event, payment, upstreamShare } from "@azora/indexer/schema";
import { splitNodes } from "@azora/sdk";
import { asc, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import { amountKey, cursorOf, hexKey, type Listing, listingOf, wholeKey } from "../../http/cursors.ts";
import { kindOf } from "../../http/format.ts";
import { listPeople } from "../accounts/people.ts";
import { personSchema } from "../accounts/schema.ts";
import { listContributions } from "../contributions/list.ts";
import { contributionSchema } from "../contributions/schema.ts";
import { listEpochs } from "../epochs/list.ts";
import { epochSchema } from "../epochs/schema.ts";
import { listRecords } from "../ledger/list.ts";
import { recordSchema } from "../ledger/schema.ts";
import { toPayment } from "../payments/payment.ts";
import { paymentSchema } from "../payments/schema.ts";
import type { Cell } from "./csv.ts";
import { exportedCitation, exportedEvent, exportedShare, type ListName } from "./schema.ts";

type Item = Readonly<Record<string, Cell>>;

/** A list that can be exported: its columns, and its pages in the order of a key. */
export interface List {
  columns: readonly string[];
  read(snapshot: Snapshot, cursor: string | undefined): Promise<Listing<Item>>;
}

/** Rows of a page: a few milliseconds of work. */
const PAGE = 250;

const listOf = (schema: z.ZodObject, read: List["read"]): List => ({
  columns: Object.keys(schema.shape),
  read,
});

/** Rows after a key, which an index has in this order. */
const beyond = (columns: SQL, keys: SQL): SQL => sql`(${columns}) > (${keys})`;

const payments = cursorOf("payments", z.tuple([amountKey, wholeKey]));
const shares = cursorOf("shares", z.tuple([hexKey, hexKey]));
const citations = cursorOf("citations", z.tuple([hexKey, hexKey]));
const events = cursorOf("events", z.tuple([z.int().min(0), wholeKey]));

async function readPayments({ db }: Snapshot, cursor: string | undefined) {
  const after = payments.read(cursor);
  const { flow, position } = payment;
  const rows = await db
    .select()
    .from(payment)
    .where(after && beyond(sql`${flow}, ${position}`, sql`${after[0]}::text, ${after[1]}::int`))
    .orderBy(asc(flow), asc(position))
    .limit(PAGE + 1);
  return listingOf(rows, PAGE, toPayment, (row) => payments.write([row.flow, row.position]));
}

async function readShares({ db }: Snapshot, cursor: string | undefined) {
  const after = shares.read(cursor);
  const { contribution, node } = contributorShare;
  const rows = await db
    .select()
    .from(contributorShare)
    .where(after && beyond(sql`${contribution}, ${node}`, sql`${after[0]}::text, ${after[1]}::text`))
    .orderBy(asc(contribution), asc(node))
    .limit(PAGE + 1);
  const toItem = (row: typeof contributorShare.$inferSelect) => ({
    contribution: row.contribution,
    node: row.node,
    kind: kindOf(row.node),
    weight: row.weight,
  });
  return listingOf(rows, PAGE, toItem, (row) => shares.write([row.contribution, row.node]));
}

async function readCitations({ db }: Snapshot, cursor: string | undefined) {
  const after = citations.read(cursor);
  const { contribution, upstream } = upstreamShare;
  const rows = await db
    .select()
    .from(upstreamShare)
    .where(after && beyond(sql`${contribution}, ${upstream}`, sql`${after[0]}::text, ${after[1]}::text`))
    .orderBy(asc(contribution), asc(upstream))
    .limit(PAGE + 1);
  return listingOf(
    rows,
    PAGE,
    ({ contribution: of, upstream: earlier, weight }) => ({ contribution: of, upstream: earlier, weight }),
    (row) => citations.write([row.contribution, row.upstream]),
  );
}

async function readEvents({ db }: Snapshot, cursor: string | undefined) {
  const after = events.read(cursor);
  const { block, logIndex } = event;
  const rows = await db
    .select()
    .from(event)
    .where(after && beyond(sql`${block}, ${logIndex}`, sql`${after[0]}::bigint, ${after[1]}::int`))
    .orderBy(asc(block), asc(logIndex))
    .limit(PAGE + 1);
  const toItem = (row: typeof event.$inferSelect) => ({
    ...row,
    block: Number(row.block),
    nodes: splitNodes(row.nodes),
  });
  return listingOf(rows, PAGE, toItem, (row) => events.write([Number(row.block), row.logIndex]));
}

/** Each list that can be exported, by its name. */
export const LISTS: Readonly<Record<ListName, List>> = {
  contributions: listOf(contributionSchema, ({ db }, cursor) =>
    listContributions(db, { order: "oldest", limit: PAGE, cursor }),
  ),
  people: listOf(personSchema, (snapshot, cursor) => listPeople(snapshot, { limit: PAGE, cursor })),
  epochs: listOf(epochSchema, ({ db }, cursor) => listEpochs(db, { limit: PAGE, cursor })),
  records: listOf(recordSchema, ({ db }, cursor) =>
    listRecords(db, { order: "oldest", limit: PAGE, cursor }),
  ),
  payments: listOf(paymentSchema, readPayments),
  shares: listOf(exportedShare, readShares),
  citations: listOf(exportedCitation, readCitations),
  events: listOf(exportedEvent, readEvents),
};
