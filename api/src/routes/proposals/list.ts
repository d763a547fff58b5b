import { governorSetting, proposal, voiceTotal } from "@azora/indexer/schema";
import { constants } from "@azora/sdk";
import { and, asc, desc, eq, gt, inArray, lt, lte } from "drizzle-orm";
import { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Db } from "../../database/pools.ts";
import { cursorOf, type Listing, listingOf } from "../../http/cursors.ts";
import { checksum, orNull, toSeconds, wei } from "../../http/format.ts";
import type { proposalQuery, proposalSchema } from "./schema.ts";

export type Proposal = z.infer<typeof proposalSchema>;
type Query = Omit<z.infer<typeof proposalQuery>, "minBlock">;
type Row = typeof proposal.$inferSelect;

/** As the index names events: digits, of one length. */
const eventKey = z.string().regex(/^\d{75}$/);
const cursor = cursorOf("proposals", z.tuple([eventKey]));

/**
 * Latest first.
 * @param backwards The page before the cursor, or the last one.
 */
export async function listProposals(
  { db, head }: Snapshot,
  query: Query,
  backwards = false,
): Promise<Listing<Proposal>> {
  const after = cursor.read(query.cursor);
  const [beyond, direction] = backwards ? [gt, asc] : [lt, desc];
  const rows = await db
    .select()
    .from(proposal)
    .where(
      and(
        after && beyond(proposal.event, after[0]),
        query.proposer === undefined ? undefined : eq(proposal.proposer, query.proposer),
      ),
    )
    .orderBy(direction(proposal.event))
    .limit(query.limit + 1);
  const settings = await readQuorum(db);
  const shown: { row: Row; proposal: Proposal }[] = [];
  // One after the other: a connection takes one query at a time.
  for (const row of rows)
    shown.push({ row, proposal: await toProposal(db, row, settings, BigInt(head.timestamp)) });
  return listingOf(
    shown,
    query.limit,
    (each) => each.proposal,
    ({ row }) => cursor.write([row.event]),
    backwards,
  );
}

/** A row with what follows from the time and from Voice. @param now In seconds. */
export async function toProposal(db: Db, row: Row, settings: Quorum, now: bigint): Promise<Proposal> {
  const quorum = await quorumAt(db, settings, row.voteStart);
  return {
    id: row.id,
    proposer: checksum(row.proposer),
    description: row.description,
    state: stateOf(row, quorum, now),
    proposedAt: toSeconds(row.proposedAt),
    voteStart: toSeconds(row.voteStart),
    voteEnd: toSeconds(row.voteEnd),
    votesFor: wei(row.votesFor),
    votesAgainst: wei(row.votesAgainst),
    votesAbstain: wei(row.votesAbstain),
    quorum: wei(quorum),
    voters: row.voters,
    eta: orNull(row.eta, toSeconds),
    executedAt: orNull(row.executedAt, toSeconds),
    block: Number(row.block),
    tx: row.tx,
  };
}

/** As the governor's `state` answers at that time. */
function stateOf(row: Row, quorum: bigint, now: bigint): Proposal["state"] {
  if (row.executedAt !== null) return "Executed";
  if (row.canceledAt !== null) return "Canceled";
  if (now <= row.voteStart) return "Pending";
  if (now <= row.voteEnd) return "Active";
  if (row.queuedAt !== null) return "Queued";
  const reached = row.votesFor + row.votesAbstain >= quorum;
  return reached && row.votesFor > row.votesAgainst ? "Succeeded" : "Defeated";
}

type Quorum = Partial<Record<"quorumPpm" | "quorumFloor", bigint>>;

/** What the quorum follows from, beside all Voice. */
export const readQuorum = (db: Db): Promise<Quorum> => readSettings(db, ["quorumPpm", "quorumFloor"]);

/** The larger of a part of all Voice at that second and the floor. */
async function quorumAt(
  db: Db,
  { quorumPpm = 0n, quorumFloor = 0n }: Quorum,
  timestamp: bigint,
): Promise<bigint> {
  const [row] = await db
    .select()
    .from(voiceTotal)
    .where(lte(voiceTotal.timestamp, timestamp))
    .orderBy(desc(voiceTotal.timestamp))
    .limit(1);
  const part = ((row?.total ?? 0n) * quorumPpm) / BigInt(constants.Flow.TOTAL);
  return part > quorumFloor ? part : quorumFloor;
}

/** The governor's settings of these names. */
export async function readSettings<name extends string>(
  db: Db,
  names: readonly name[],
): Promise<Partial<Record<name, bigint>>> {
  const rows = await db
    .select()
    .from(governorSetting)
    .where(inArray(governorSetting.name, [...names]));
  const found = new Map<string, bigint>(rows.map(({ name, value }) => [name, value]));
  const settings: Partial<Record<name, bigint>> = {};
  for (const name of names) {
    const value = found.get(name);
    if (value !== undefined) settings[name] = value;
  }
  return settings;
}
