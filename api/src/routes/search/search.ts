import { account, contribution, identity } from "@azora/indexer/schema";
import { accountNode, IdentityError, identityNode, parseIdentity } from "@azora/sdk";
import { asc, type Column, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Hex, zeroAddress } from "viem";
import type { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Db } from "../../database/pools.ts";
import { checksum, kindOf } from "../../http/format.ts";
import {
  type Contribution,
  listContributions,
  selectContributions,
  toContribution,
} from "../contributions/list.ts";
import type { searchAnswer, searchQuery } from "./schema.ts";

export type Found = Omit<z.infer<typeof searchAnswer>, "block">;
type FoundPerson = Found["people"][number];
type Search = Omit<z.infer<typeof searchQuery>, "minBlock">;

const NUMBER = /^#?(\d{1,9})$/;
const BEGINNING = /^0x[0-9a-f]{1,64}$/i;
/** More than an address has: an account's node, which is its address after so many zeroes. */
const ACCOUNT_NODE = /^0x0{24}(?=.{17})/;

/** Each kind of thing by what people have of it: a few look-ups by index. */
export async function search(snapshot: Snapshot, { q, limit }: Search): Promise<Found> {
  const { db } = snapshot;
  if (BEGINNING.test(q)) return searchHex(snapshot, q.toLowerCase(), limit);
  return {
    contributions: [...(await byNumber(db, q)), ...(await byTitle(db, q, limit))].slice(0, limit),
    people: await byNames(snapshot, namesOf(q)),
  };
}

async function searchHex(snapshot: Snapshot, text: string, limit: number): Promise<Found> {
  const { db } = snapshot;
  const address = text.replace(ACCOUNT_NODE, "0x");
  const [works, accounts, identities] = [
    await selectContributions(db)
      .where(beginsWith(contribution.id, text))
      .orderBy(asc(contribution.id))
      .limit(limit),
    await db
      .select()
      .from(account)
      .where(beginsWith(account.address, address))
      .orderBy(asc(account.address))
      .limit(limit),
    await db
      .select()
      .from(identity)
      .where(beginsWith(identity.node, text))
      .orderBy(asc(identity.node))
      .limit(limit),
  ];
  return {
    contributions: works.map(toContribution),
    people: [
      ...accounts.filter((row) => row.address !== zeroAddress).map(ofAccount),
      ...identities.map((row) => ofIdentity(snapshot, row)),
    ].slice(0, limit),
  };
}

/**
 * A range of the index that the key has: after hexadecimal digits comes `g`, in every order of texts. The bounds are no
 * values of the column, which would complete them to whole bytes.
 */
const beginsWith = (column: Column, text: string): SQL =>
  sql`${column} >= ${text} AND ${column} < ${`${text}g`}`;

async function byNumber(db: Db, text: string): Promise<Contribution[]> {
  const number = NUMBER.exec(text)?.[1];
  if (number === undefined) return [];
  const rows = await selectContributions(db).where(eq(contribution.number, Number(number)));
  return rows.map(toContribution);
}

async function byTitle(db: Db, q: string, limit: number): Promise<Contribution[]> {
  const { edges } = await listContributions(db, { q, limit, order: "newest" });
  const number = NUMBER.exec(q)?.[1];
  // That one comes first already.
  return edges.map(({ node }) => node).filter((work) => work.number !== Number(number));
}

/** What a text may be the name of: with its provider, or at the one that most people are at. */
function namesOf(text: string): string[] {
  return [text, `github:${text}`].flatMap((each) => {
    try {
      return [parseIdentity(each)];
    } catch (error) {
      if (error instanceof IdentityError) return [];
      throw error;
    }
  });
}

async function byNames(snapshot: Snapshot, names: readonly string[]): Promise<FoundPerson[]> {
  const nameOf = new Map(names.map((name) => [identityNode(name), name]));
  if (nameOf.size === 0) return [];
  const rows = await snapshot.db
    .select()
    .from(identity)
    .where(inArray(identity.node, [...nameOf.keys()]));
  return rows.map((row) => ({ ...ofIdentity(snapshot, row), name: nameOf.get(row.node) ?? null }));
}

const ofAccount = ({ address, credited }: typeof account.$inferSelect): FoundPerson => ({
  node: accountNode(address),
  kind: "Account",
  account: checksum(address),
  name: null,
  credited,
});

function ofIdentity({ head }: Snapshot, row: typeof identity.$inferSelect): FoundPerson {
  const isLinked =
    row.account !== null && row.effectiveAt !== null && Number(row.effectiveAt) <= head.timestamp;
  return {
    node: row.node,
    kind: kindOf(row.node),
    account: isLinked ? checksum(row.account as Hex) : null,
    name: null,
    credited: row.credited,
  };
}
