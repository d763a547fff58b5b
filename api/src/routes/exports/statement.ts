import { contribution, contributorShare, flow, payment } from "@azora/indexer/schema";
import { accountNode, NodeKind, nodeKind } from "@azora/sdk";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Address, type Hex, zeroAddress } from "viem";
import { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Db } from "../../database/pools.ts";
import { evidence } from "../../database/tables.ts";
import { evidenceOf } from "../../evidence/evidenceOf.ts";
import { amountKey, cursorOf, type Listing, wholeKey } from "../../http/cursors.ts";
import { checksum, toSeconds, wei } from "../../http/format.ts";
import { type PaymentRow, readIncoming } from "../payments/incoming.ts";
import type { List } from "./lists.ts";
import { statementLine } from "./schema.ts";

type Line = z.infer<typeof statementLine>;

/** Something that came to an account: what it was paid, and the part of it that one work brought. */
interface Part {
  readonly paid: PaymentRow;
  /** The payment itself, or one of those to the identity through which it came. */
  readonly origin: PaymentRow;
}

/** Rows of a page. */
const PAGE = 250;

/** A payment, and how much was told of what it was made of; nothing and none where it was told whole. */
const places = cursorOf(
  "statement",
  z.tuple([amountKey, wholeKey, z.union([amountKey, z.literal("")]), wholeKey]),
);

/** All that came to an account, a line for each work that it came from. What came through a name is told work by work. */
export const statementOf = (account: Address): List => ({
  columns: Object.keys(statementLine.shape),
  read: (snapshot, cursor) =>
    // The zero address has no node: nothing can come to it.
    account === zeroAddress
      ? Promise.resolve(NOTHING)
      : readPage(snapshot, accountNode(account), places.read(cursor)),
});

const NOTHING: Listing<Line> = { edges: [], more: false };

type Place = ReturnType<typeof places.read>;

async function readPage({ db }: Snapshot, account: Hex, place: Place): Promise<Listing<Line>> {
  const begun = place && place[2] !== "" ? await readRest(db, place) : [];
  if (begun.length > 0) return listingOf(db, begun, true);
  const rows = await readPayments(db, account, place);
  const [first] = rows;
  if (first === undefined) return NOTHING;
  if (isDirect(first)) {
    const end = rows.findIndex((row) => !isDirect(row));
    const direct = rows.slice(0, end === -1 ? PAGE : Math.min(end, PAGE));
    const parts = direct.map((paid) => ({ paid, origin: paid }));
    return listingOf(db, parts, rows.length > direct.length);
  }
  const origins = await readIncoming(db, first, { limit: PAGE });
  return listingOf(
    db,
    origins.map((origin) => ({ paid: first, origin })),
    true,
  );
}

const isDirect = ({ source }: PaymentRow): boolean => nodeKind(source) !== NodeKind.Identity;

/** What is left of a payment through a name, of which a part was told. */
async function readRest(db: Db, [id, position, ...after]: NonNullable<Place>): Promise<Part[]> {
  const [paid] = await db
    .select()
    .from(payment)
    .where(and(eq(payment.flow, id), eq(payment.position, position)));
  if (paid === undefined) return [];
  const origins = await readIncoming(db, paid, { after, limit: PAGE });
  return origins.map((origin) => ({ paid, origin }));
}

const readPayments = (db: Db, node: Hex, place: Place): Promise<PaymentRow[]> =>
  db
    .select()
    .from(payment)
    .where(
      and(
        eq(payment.node, node),
        place && sql`(${payment.flow}, ${payment.position}) > (${place[0]}::text, ${place[1]}::int)`,
      ),
    )
    .orderBy(asc(payment.flow), asc(payment.position))
    .limit(PAGE + 1);

/** Parts as lines, with what is known of their works. */
async function listingOf(db: Db, parts: readonly Part[], more: boolean): Promise<Listing<Line>> {
  const blocks = await readBlocks(db, parts);
  const works = await readWorks(db, parts);
  const edges = parts.map(({ paid, origin }) => {
    const isWhole = paid === origin;
    const work = works.get(keyOf(origin.source, origin.node));
    const line = {
      time: new Date(toSeconds(paid.timestamp) * 1_000).toISOString(),
      block: Number(blocks.get(paid.flow) ?? 0n),
      token: checksum(paid.token),
      amount: wei(origin.amount),
      minted: wei(origin.minted),
      work: origin.source,
      number: work?.number ?? null,
      title: work?.title ?? null,
      weight: work?.weight ?? null,
      through: isWhole ? null : paid.source,
      flow: paid.flow,
      position: paid.position,
    };
    const told = isWhole ? (["", 0] as const) : ([origin.flow, origin.position] as const);
    return { node: line, cursor: places.write([paid.flow, paid.position, ...told]) };
  });
  return { edges, more };
}

async function readBlocks(db: Db, parts: readonly Part[]): Promise<Map<string, bigint>> {
  const ids = [...new Set(parts.map(({ paid }) => paid.flow))];
  const rows = await db.select({ id: flow.id, block: flow.block }).from(flow).where(inArray(flow.id, ids));
  return new Map(rows.map(({ id, block }) => [id, block]));
}

/** Works with the weight that each has for whom it paid. */
async function readWorks(db: Db, parts: readonly Part[]) {
  const rows = await db
    .select({
      id: contribution.id,
      node: contributorShare.node,
      number: contribution.number,
      title: evidence.title,
      weight: contributorShare.weight,
    })
    .from(contributorShare)
    .innerJoin(contribution, eq(contribution.id, contributorShare.contribution))
    .leftJoin(evidence, evidenceOf(contribution))
    .where(
      and(
        inArray(contributorShare.contribution, [...new Set(parts.map(({ origin }) => origin.source))]),
        inArray(contributorShare.node, [...new Set(parts.map(({ origin }) => origin.node))]),
      ),
    );
  return new Map(rows.map((row) => [keyOf(row.id, row.node), row]));
}

const keyOf = (work: Hex, node: Hex): string => `${work} ${node}`;
