import { contribution, contributorShare } from "@azora/indexer/schema";
import { Phase } from "@azora/sdk";
import { and, asc, desc, eq, getTableColumns, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Hex } from "viem";
import { z } from "zod";
import type { Builder, Db } from "../../database/pools.ts";
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
function selectSome(db: Db, fields: ReadonlySet<Field>, withEvidence: boolean) {
  const some = Object.fromEntries([...KEYS, ...fields].map((field) => [field, columns[field]]));
  const works = db.select(some).from(contribution).$dynamic();
  return withEvidence || fields.has("title") || fields.has("summary")
    ? works.leftJoin(evidence, evidenceOf(contribution))
    : works;
}

const byNumber = {
  newest: cursorOf("newest", z.tuple([wholeKey])),
  oldest: cursorOf("oldest", z.tuple([wholeKey])),
};
const byAmount = cursorOf("amount", z.tuple([amountKey, wholeKey]));

/** Each order is one of a unique key, so that no page repeats or leaves out a row. */
function ordering({ order, cursor, contributor }: ContributionQuery, backwards: boolean) {
  if (order === "amount") {
    const after = byAmount.read(cursor);
    const direction = backwards ? asc : desc;
    return {
      after: after && beyondAmount(backwards, BigInt(after[0]), after[1]),
      orderBy: [direction(contribution.amount), direction(contribution.number)],
      toCursor: ({ amount, number }: ContributionRow) => byAmount.write([wei(amount), number]),
    };
  }
  const keys = byNumber[order];
  const after = keys.read(cursor);
  const [beyond, direction] = (order === "newest") !== backwards ? [lt, desc] : [gt, asc];
  // By the index that has what is asked for.
  const { number } = contributor === undefined ? contribution : contributorShare;
  return {
    after: after && beyond(number, after[0]),
    orderBy: [direction(number)],
    toCursor: ({ number }: ContributionRow) => keys.write([number]),
  };
}

/** As one comparison, which an index can begin at. */
const beyondAmount = (backwards: boolean, amount: bigint, number: number): SQL =>
  sql`(${contribution.amount}, ${contribution.number}) ${sql.raw(backwards ? ">" : "<")} (${amount}::numeric, ${number}::int)`;

function filters({ phase, registrant, contributor, epoch, q }: ContributionQuery): (SQL | undefined)[] {
  return [
    phase && eq(contribution.phase, Phase[phase]),
    registrant && eq(contribution.registrant, registrant),
    contributor && eq(contributorShare.node, contributor),
    epoch === undefined ? undefined : eq(contribution.epoch, epoch),
    q === undefined ? undefined : hasWords(q),
  ];
}

/** Every word begins one of the title. Only letters and digits are left of it, so that nothing is taken for an operator. */
function hasWords(text: string): SQL {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu);
  if (words === null) return sql`false`;
  return sql`evidence.words @@ to_tsquery('simple', ${words.map((word) => `${word}:*`).join(" & ")})`;
}

interface Manner {
  /** The page before the cursor, or the last one. */
  backwards?: boolean;
  /** Nothing else is read of the works, nor is in them; all by default. */
  fields?: ReadonlySet<Field> | undefined;
}

export async function listContributions(
  db: Db,
  query: ContributionQuery,
  { backwards = false, fields }: Manner = {},
): Promise<Listing<Contribution>> {
  const { after, orderBy, toCursor } = ordering(query, backwards);
  const works =
    fields === undefined ? selectContributions(db).$dynamic() : selectSome(db, fields, query.q !== undefined);
  if (query.contributor !== undefined)
    works.innerJoin(contributorShare, eq(contributorShare.contribution, contribution.id));
  const rows = await works
    .where(and(after, ...filters(query)))
    .orderBy(...orderBy)
    .limit(query.limit + 1);
  return listingOf(rows as ContributionRow[], query.limit, toContribution, toCursor, backwards);
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
