import { contribution, contributorShare } from "@azora/indexer/schema";
import { Phase } from "@azora/sdk";
import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  lt,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Hex } from "viem";
import { z } from "zod";
import type { Builder, Db } from "../../database/pools.ts";
import { readRows } from "../../database/reading.ts";
import { evidence } from "../../database/tables.ts";
import { evidenceOf } from "../../evidence/evidenceOf.ts";
import { amountKey, cursorOf, type Listing, listingOf, wholeKey } from "../../http/cursors.ts";
import { checksum, orNull, phaseName, toSeconds, wei } from "../../http/format.ts";
import type { contributionQuery, contributionSchema } from "./schema.ts";

export type Contribution = z.infer<typeof contributionSchema>;
export type ContributionQuery = Omit<z.infer<typeof contributionQuery>, "minBlock">;

/** A work with what its evidence says of it. */
type ContributionRow = typeof contribution.$inferSelect & {
  title: string | null;
  summary: string | null;
};

const columns = {
  ...getTableColumns(contribution),
  title: evidence.title,
  summary: evidence.summary,
};

/** Works with their titles: the beginning of each query for them. */
export const selectContributions = (db: Builder) =>
  db.select(columns).from(contribution).leftJoin(evidence, evidenceOf(contribution));

type Field = keyof Contribution;

/** What a list goes on from, and what hangs on each work. */
const KEYS = ["id", "number", "amount"] as const satisfies Field[];

/** Works with some of their fields, each of which has a column of its name. */
function selectSome(db: Builder, fields: readonly Field[], withEvidence: boolean) {
  const some = Object.fromEntries(fields.map((field) => [field, columns[field]]));
  const works = db.select(some).from(contribution).$dynamic();
  return withEvidence || fields.includes("title") || fields.includes("summary")
    ? works.leftJoin(evidence, evidenceOf(contribution))
    : works;
}

const byNumber = {
  newest: cursorOf("newest", z.tuple([wholeKey])),
  oldest: cursorOf("oldest", z.tuple([wholeKey])),
};
const byAmount = cursorOf("amount", z.tuple([amountKey, wholeKey]));

/** The place that a cursor leads to. */
interface After {
  readonly number: number | undefined;
  readonly amount: bigint | undefined;
}

function afterOf({ order, cursor }: ContributionQuery): After {
  if (order !== "amount") return { number: byNumber[order].read(cursor)?.[0], amount: undefined };
  const [amount, number] = byAmount.read(cursor) ?? [];
  return { number, amount: amount === undefined ? undefined : BigInt(amount) };
}

const toCursorOf =
  (order: ContributionQuery["order"]) =>
  ({ amount, number }: ContributionRow): string =>
    order === "amount" ? byAmount.write([wei(amount), number]) : byNumber[order].write([number]);

/** What may be given with a page; where it is, its statement has a place for it. */
const PLACES = ["limit", "phase", "registrant", "contributor", "epoch", "words", "number", "amount"] as const;
type Place = (typeof PLACES)[number];
type Given = Readonly<Record<Place, string | number | bigint | undefined>>;
type Places = Readonly<Record<Place, Placeholder>>;

/** Each order is one of a unique key, so that no page repeats or leaves out a row. */
function ordering({ order, contributor }: ContributionQuery, backwards: boolean, places: Places) {
  if (order === "amount") {
    const direction = backwards ? asc : desc;
    return {
      after: beyondAmount(backwards, places),
      orderBy: [direction(contribution.amount), direction(contribution.number)],
    };
  }
  const [beyond, direction] = (order === "newest") !== backwards ? [lt, desc] : [gt, asc];
  // By the index that has what is asked for.
  const { number } = contributor === undefined ? contribution : contributorShare;
  return { after: beyond(number, places.number), orderBy: [direction(number)] };
}

/** As one comparison, which an index can begin at. */
const beyondAmount = (backwards: boolean, { amount, number }: Places): SQL =>
  sql`(${contribution.amount}, ${contribution.number}) ${sql.raw(backwards ? ">" : "<")} (${amount}::numeric, ${number}::int)`;

const filters = (given: Given, places: Places): (SQL | undefined)[] => [
  given.phase === undefined ? undefined : eq(contribution.phase, places.phase),
  given.registrant === undefined ? undefined : eq(contribution.registrant, places.registrant),
  given.contributor === undefined ? undefined : eq(contributorShare.node, places.contributor),
  given.epoch === undefined ? undefined : eq(contribution.epoch, places.epoch),
  given.words === undefined ? undefined : sql`evidence.words @@ to_tsquery('simple', ${places.words})`,
];

/** Every word begins one of the title. Only letters and digits are left of it, so that nothing is taken for an operator. */
const wordsOf = (text: string): string =>
  (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => `${word}:*`).join(" & ");

interface Manner {
  /** The page before the cursor, or the last one. */
  backwards?: boolean;
  /** Nothing else is read of the works, nor is in them; all by default. */
  fields?: ReadonlySet<Field> | undefined;
}

type ReadPage = (db: Db, given: Given) => Promise<readonly object[]>;

/** Statements of lists, by what is asked for; callers choose among many, so only those are kept that are asked again. */
const pages = new LRUCache<string, ReadPage>({ max: 200 });

function pageOf(query: ContributionQuery, given: Given, { backwards = false, fields }: Manner): ReadPage {
  const named = PLACES.filter((name) => given[name] !== undefined);
  const some = fields && [...new Set([...KEYS, ...fields])].sort();
  const key = JSON.stringify([query.order, backwards, named, some]);
  const known = pages.get(key);
  if (known !== undefined) return known;
  const read = readRows(PLACES, (db, places) => {
    const { after, orderBy } = ordering(query, backwards, places);
    const works =
      some === undefined
        ? selectContributions(db).$dynamic()
        : selectSome(db, some, given.words !== undefined);
    if (given.contributor !== undefined)
      works.innerJoin(contributorShare, eq(contributorShare.contribution, contribution.id));
    return works
      .where(and(given.number === undefined ? undefined : after, ...filters(given, places)))
      .orderBy(...orderBy)
      .limit(places.limit);
  });
  pages.set(key, read);
  return read;
}

export async function listContributions(
  db: Db,
  query: ContributionQuery,
  manner: Manner = {},
): Promise<Listing<Contribution>> {
  const { phase, registrant, contributor, epoch, q, limit, order } = query;
  const words = q === undefined ? undefined : wordsOf(q);
  const given: Given = {
    limit: limit + 1,
    phase: phase && Phase[phase],
    registrant,
    contributor,
    epoch,
    words,
    ...afterOf(query),
  };
  const rows = words === "" ? [] : await pageOf(query, given, manner)(db, given);
  return listingOf(rows as ContributionRow[], limit, toContribution, toCursorOf(order), manner.backwards);
}

/** Those of these works that are registered, as of this snapshot. */
export async function readContributions(db: Db, works: readonly Hex[]): Promise<Map<Hex, Contribution>> {
  const rows = await selectContributions(db).where(inArray(contribution.id, [...works]));
  return new Map(rows.map((row) => [row.id, toContribution(row)]));
}

/** Of a row without some columns, a work without these fields. */
export function toContribution(row: ContributionRow): Contribution {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    summary: row.summary,
    evidenceHash: row.evidenceHash,
    uri: row.uri,
    registrant: row.registrant && checksum(row.registrant),
    phase: whereThere(row.phase, phaseName),
    level: row.level,
    points: orNull(row.points, wei),
    epoch: row.epoch,
    amount: wei(row.amount),
    contributorCount: row.contributorCount,
    upstreamCount: row.upstreamCount,
    citedByCount: row.citedByCount,
    registeredAt: whereThere(row.registeredAt, toSeconds),
    registeredBlock: whereThere(row.registeredBlock, Number),
    registeredTx: row.registeredTx,
  };
}

/** Lets a column through that was not read. */
const whereThere = <A, B>(value: A, change: (value: A) => B): B =>
  value === undefined ? (undefined as B) : change(value);
