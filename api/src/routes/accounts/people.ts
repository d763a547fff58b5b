import { account, credit, identity, pool } from "@azora/indexer/schema";
import type { Deployment } from "@azora/sdk";
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Hex } from "viem";
import { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Db } from "../../database/pools.ts";
import { amountKey, cursorOf, hexKey, type Listing, listingOf } from "../../http/cursors.ts";
import { accountOf, kindOf } from "../../http/format.ts";
import type { peoplePage, peopleQuery } from "./schema.ts";

export type Person = z.infer<typeof peoplePage>["items"][number];
type PeopleQuery = Omit<z.infer<typeof peopleQuery>, "minBlock">;

const cursor = cursorOf("people", z.tuple([amountKey, hexKey]));

/** Who received most first. An identity whose link is in effect is not listed: what it gets is its account's. */
export async function listPeople(
  { db, head }: Snapshot,
  { addresses }: Deployment,
  query: PeopleQuery,
): Promise<Listing<Person>> {
  const people = peopleOf(db, addresses.azoraToken, head.timestamp);
  const after = cursor.read(query.cursor);
  const rows = await db
    .select()
    .from(people)
    .where(after && below(people, BigInt(after[0]), after[1]))
    .orderBy(desc(people.earned), asc(people.node))
    .limit(query.limit + 1);
  return listingOf(rows, query.limit, toPerson, ({ earned, node }) => cursor.write([earned, node]));
}

/** How many there are in the list. It is counted, for a link takes effect by time alone, without an event. */
export async function countPeople({ db, head }: Snapshot, { addresses }: Deployment): Promise<number> {
  const [row] = await db.select({ people: count() }).from(peopleOf(db, addresses.azoraToken, head.timestamp));
  return row?.people ?? 0;
}

const peopleOf = (db: Db, token: Hex, now: number) =>
  unionAll(accountsOf(db, token), identitiesOf(db, token, now)).as("people");

const below = (people: { earned: SQL.Aliased; node: SQL.Aliased }, earned: bigint, node: Hex) =>
  or(lt(people.earned, earned), and(eq(people.earned, earned), gt(people.node, node)));

/** Accounts that were credited, in a work or by a payment. */
function accountsOf(db: Db, token: Hex) {
  return db
    .select({
      node: sql<Hex>`'0x' || repeat('0', 24) || substr(${account.address}, 3)`.as("node"),
      earned: sql<string>`coalesce(${credit.earned}, 0)`.as("earned"),
      credited: account.credited,
    })
    .from(account)
    .leftJoin(credit, and(eq(credit.account, account.address), eq(credit.token, token)))
    .where(or(gt(account.credited, 0), isNotNull(credit.account)));
}

/** Identities that no account stands behind yet. */
function identitiesOf(db: Db, token: Hex, now: number) {
  return db
    .select({
      node: sql<Hex>`${identity.node}`.as("node"),
      earned: sql<string>`coalesce(${pool.received}, 0)`.as("earned"),
      credited: identity.credited,
    })
    .from(identity)
    .leftJoin(pool, and(eq(pool.node, identity.node), eq(pool.token, token)))
    .where(
      and(
        or(gt(identity.credited, 0), isNotNull(pool.node)),
        or(isNull(identity.effectiveAt), gt(identity.effectiveAt, BigInt(now))),
      ),
    );
}

function toPerson({ node, earned, credited }: { node: Hex; earned: string; credited: number }): Person {
  return { node, kind: kindOf(node), account: accountOf(node), earned, credited };
}
