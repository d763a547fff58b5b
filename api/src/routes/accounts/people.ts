import { account, identity } from "@azora/indexer/schema";
import { NodeKind, nodeKind } from "@azora/sdk";
import { and, asc, count, desc, eq, gt, gte, isNotNull, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Hex } from "viem";
import { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Builder, Db } from "../../database/pools.ts";
import { type Given, type Reading, reading } from "../../database/reading.ts";
import { amountKey, cursorOf, type Listing, listingOf } from "../../http/cursors.ts";
import { bytes32Input } from "../../http/fields.ts";
import { accountOf, kindOf } from "../../http/format.ts";
import type { peoplePage, peopleQuery } from "./schema.ts";

export type Person = z.infer<typeof peoplePage>["items"][number];
type PeopleQuery = Omit<z.infer<typeof peopleQuery>, "minBlock">;

const cursor = cursorOf("people", z.tuple([amountKey, bytes32Input]));

/** Where a page ends. */
interface Place {
  earned: bigint;
  node: Hex;
}

/**
 * Who received most first. An identity whose link is in effect is not listed: what it gets is its account's.
 *
 * Accounts, identities without a link, and those whose link is to come are three lists, of which each has an index; a page is
 * the first of their first ones. How many links are to come is a matter of days, and not of how many there are.
 * @param backwards The page before the cursor, or the last one.
 */
export async function listPeople(
  { db, head }: Snapshot,
  query: PeopleQuery,
  backwards = false,
): Promise<Listing<Person>> {
  const after = cursor.read(query.cursor);
  const place = after && { earned: BigInt(after[0]), node: after[1] };
  const limit = query.limit + 1;
  const direction = backwards ? asc : desc;
  const people = unionAll(
    accountsOf(db)
      .where(and(isNotNull(account.earned), place && afterAccount(place, backwards)))
      .orderBy(direction(account.earned), direction(account.address))
      .limit(limit),
    identitiesOf(db)
      .where(and(isNull(identity.account), ...received(place, backwards)))
      // Of the account, which none of them has, because the index begins with it.
      .orderBy(direction(identity.account), direction(identity.received), direction(identity.node))
      .limit(limit),
    identitiesOf(db)
      .where(and(gt(identity.effectiveAt, BigInt(head.timestamp)), ...received(place, backwards)))
      .orderBy(direction(identity.received), direction(identity.node))
      .limit(limit),
  ).as("people");
  const rows = await db
    .select()
    .from(people)
    .orderBy(direction(people.earned), direction(people.node))
    .limit(limit);
  return listingOf(
    rows,
    query.limit,
    toPerson,
    ({ earned, node }) => cursor.write([earned, node]),
    backwards,
  );
}

/** How many are in the list besides those in the totals: a link takes effect by time alone, so its identity waits until then. */
export const waitingPeopleOf = (db: Builder, now: Given<bigint>): Reading<number> =>
  reading(
    [
      db
        .select({ waiting: count() })
        .from(identity)
        .where(and(gt(identity.effectiveAt, now), isNotNull(identity.received))),
    ],
    ([row]) => row?.waiting ?? 0,
  );

/** Somebody who is in the list. */
export async function findPerson({ db, head }: Snapshot, node: Hex): Promise<Person | undefined> {
  const isAccount = nodeKind(node) === NodeKind.Account;
  const [row] = isAccount
    ? await accountsOf(db).where(and(eq(account.address, addressIn(node)), isNotNull(account.earned)))
    : await identitiesOf(db).where(
        and(
          eq(identity.node, node),
          isNotNull(identity.received),
          sql`(${identity.effectiveAt} IS NULL OR ${identity.effectiveAt} > ${BigInt(head.timestamp)})`,
        ),
      );
  return row && toPerson(row);
}

const accountsOf = (db: Db) =>
  db
    .select({
      node: sql<Hex>`'0x' || repeat('0', 24) || substr(${account.address}, 3)`.as("node"),
      earned: sql<string>`${account.earned}`.as("earned"),
      credited: account.credited,
    })
    .from(account);

const identitiesOf = (db: Db) =>
  db
    .select({
      node: sql<Hex>`${identity.node}`.as("node"),
      earned: sql<string>`${identity.received}`.as("earned"),
      credited: identity.credited,
    })
    .from(identity);

const received = (place: Place | undefined, backwards: boolean) => [
  isNotNull(identity.received),
  place && afterIdentity(place, backwards),
];

/** Of equals, identities come before accounts, for their nodes are greater. */
function afterAccount({ earned, node }: Place, backwards: boolean): SQL {
  if (nodeKind(node) === NodeKind.Account)
    return rowsBeyond(sql`${account.earned}, ${account.address}`, earned, addressIn(node), backwards);
  return backwards ? gt(account.earned, earned) : lte(account.earned, earned);
}

function afterIdentity({ earned, node }: Place, backwards: boolean): SQL {
  if (nodeKind(node) !== NodeKind.Account)
    return rowsBeyond(sql`${identity.received}, ${identity.node}`, earned, node, backwards);
  return backwards ? gte(identity.received, earned) : lt(identity.received, earned);
}

/** As the index has it, in lower case. */
const addressIn = (node: Hex): Hex => `0x${node.slice(26)}`;

/** As one comparison, which an index can begin at. */
const rowsBeyond = (columns: SQL, earned: bigint, key: Hex, backwards: boolean): SQL =>
  sql`(${columns}) ${sql.raw(backwards ? ">" : "<")} (${earned}::numeric, ${key}::text)`;

function toPerson({ node, earned, credited }: { node: Hex; earned: string; credited: number }): Person {
  return { node, kind: kindOf(node), account: accountOf(node), earned, credited };
}
