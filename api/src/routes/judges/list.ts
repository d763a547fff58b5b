import { ballot, contribution, round, validator } from "@azora/indexer/schema";
import { Phase } from "@azora/sdk";
import { and, asc, desc, eq, gt, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Address } from "viem";
import { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Db } from "../../database/pools.ts";
import { evidence } from "../../database/tables.ts";
import { evidenceOf } from "../../evidence/evidenceOf.ts";
import { cursorOf, hexKey, type Listing, listingOf, wholeKey } from "../../http/cursors.ts";
import { checksum, orNull, phaseName, toSeconds } from "../../http/format.ts";
import type { dutyPage, dutyQuery, judgePage, judgeQuery } from "./schema.ts";

type Duty = z.infer<typeof dutyPage>["items"][number];
type DutyQuery = Omit<z.infer<typeof dutyQuery>, "minBlock">;
export type Judge = z.infer<typeof judgePage>["items"][number];
type JudgeQuery = Omit<z.infer<typeof judgeQuery>, "minBlock">;

const judgeCursor = cursorOf("judges", z.tuple([wholeKey, hexKey]));
const dutyCursor = cursorOf("duties", z.tuple([wholeKey, wholeKey]));

/** Seats are numbered with 16 bits; who has none comes after them. */
const UNSEATED = 65_536;

/**
 * Accounts that may judge, by their seats, and then those without one: two lists, of which one index has both.
 * @param backwards The page before the cursor, or the last one.
 */
export async function listJudges(db: Db, query: JudgeQuery, backwards = false): Promise<Listing<Judge>> {
  const after = judgeCursor.read(query.cursor);
  const limit = query.limit + 1;
  const [beyond, order] = backwards ? [lt, desc] : [gt, asc];
  const judges = unionAll(
    db
      .select()
      .from(validator)
      .where(and(isNotNull(validator.seat), after && beyond(validator.seat, after[0])))
      .orderBy(order(validator.seat), order(validator.account))
      .limit(limit),
    db
      .select()
      .from(validator)
      .where(and(isNull(validator.seat), after && unseatedBeyond(after, backwards)))
      .orderBy(order(validator.seat), order(validator.account))
      .limit(limit),
  ).as("judges");
  const rows = await db
    .select()
    .from(judges)
    .orderBy(order(sql`coalesce(${judges.seat}, ${sql.raw(String(UNSEATED))})`), order(judges.account))
    .limit(limit);
  return listingOf(
    rows,
    query.limit,
    toJudge,
    ({ seat, account }) => judgeCursor.write([seat ?? UNSEATED, account]),
    backwards,
  );
}

/** Which of those without a seat come after, or before, a place. */
function unseatedBeyond([seat, account]: [number, Address], backwards: boolean): SQL | undefined {
  if (seat < UNSEATED) return backwards ? sql`false` : undefined;
  return backwards ? lt(validator.account, account) : gt(validator.account, account);
}

export async function findJudge(db: Db, account: Address): Promise<Judge | undefined> {
  const [row] = await db.select().from(validator).where(eq(validator.account, account));
  return row && toJudge(row);
}

const toJudge = ({ account, seat, drawn, committed, revealed }: typeof validator.$inferSelect): Judge => ({
  account: checksum(account),
  seat,
  drawn,
  committed,
  revealed,
});

/** The places of a judge on panels, those of the latest works first. */
export async function listDuties(
  { db, head }: Snapshot,
  judge: Address,
  query: DutyQuery,
): Promise<Listing<Duty>> {
  const after = dutyCursor.read(query.cursor);
  const rows = await selectDuties(db)
    .where(
      and(
        eq(ballot.validator, judge),
        query.open === "true" ? isOpen(head.timestamp) : undefined,
        after && earlier(after[0], after[1]),
      ),
    )
    .orderBy(desc(ballot.number), desc(ballot.round))
    .limit(query.limit + 1);
  return listingOf(rows, query.limit, toDuty, ({ work, place }) =>
    dutyCursor.write([work.number, place.round]),
  );
}

const selectDuties = (db: Db) =>
  db
    .select({ place: ballot, work: contribution, round, title: evidence.title })
    .from(ballot)
    .innerJoin(contribution, eq(contribution.id, ballot.contribution))
    .innerJoin(round, and(eq(round.contribution, ballot.contribution), eq(round.round, ballot.round)))
    .leftJoin(evidence, evidenceOf(contribution));

type DutyRow = Awaited<ReturnType<typeof selectDuties>>[number];

/** Being voted on, and the next block may still be in time for a reveal. */
const isOpen = (now: number): SQL | undefined =>
  and(
    eq(contribution.phase, Phase.Voting),
    eq(contribution.round, ballot.round),
    gt(ballot.revealEnd, BigInt(now)),
  );

/** As one comparison, which an index can begin at. */
const earlier = (number: number, ofRound: number): SQL =>
  sql`(${ballot.number}, ${ballot.round}) < (${number}::int, ${ofRound}::int)`;

function toDuty({ place, work, round: { commitEnd, revealEnd }, title }: DutyRow): Duty {
  return {
    contribution: { id: work.id, number: work.number, title, phase: phaseName(work.phase) },
    round: place.round,
    current: place.round === work.round,
    position: place.position,
    seat: place.seat,
    commitEnd: orNull(commitEnd, toSeconds),
    revealEnd: orNull(revealEnd, toSeconds),
    commitment: place.commitment,
    committedAt: orNull(place.committedAt, toSeconds),
    level: place.level,
    revealedAt: orNull(place.revealedAt, toSeconds),
    leakedAt: orNull(place.leakedAt, toSeconds),
  };
}
