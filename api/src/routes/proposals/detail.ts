import { proposal, vote } from "@azora/indexer/schema";
import { desc, eq } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Builder } from "../../database/pools.ts";
import { type Given, type Reading, reading, readTogether } from "../../database/reading.ts";
import { notFound } from "../../http/errors.ts";
import { checksum, toSeconds, wei } from "../../http/format.ts";
import { critiquesOf } from "../contributions/critiques.ts";
import { recordsOf } from "../ledger/list.ts";
import { readQuorum, toProposal } from "./list.ts";
import type { proposalDetailSchema } from "./schema.ts";

export type ProposalDetail = z.infer<typeof proposalDetailSchema>;

/** The most votes that are shown with a proposal, and the most decisions: it has two. */
const VOTES = 100;
const RECORDS = 20;
const CHOICES = ["Against", "For", "Abstain"] as const;

const readRest = readTogether(["id"], (db, { id }) => ({
  votes: votesOf(db, id),
  critiques: critiquesOf(db, [id]),
  records: recordsOf(db, id, RECORDS),
}));

/** @throws ProblemError if the index has no such proposal */
export async function readProposal(snapshot: Snapshot, id: Hex): Promise<ProposalDetail> {
  const found = await findProposal(snapshot, id);
  if (found === undefined) throw notFound(`There is no proposal ${id}.`, "param.id");
  return found;
}

export async function findProposal({ db, head }: Snapshot, id: Hex): Promise<ProposalDetail | undefined> {
  const [row] = await db.select().from(proposal).where(eq(proposal.id, id));
  if (row === undefined) return undefined;
  const { votes, critiques, records } = await readRest(db, { id });
  return {
    ...(await toProposal(db, row, await readQuorum(db), BigInt(head.timestamp))),
    calls: row.targets.map((target, i) => ({
      target: checksum(target),
      value: wei(row.amounts[i] ?? 0n),
      calldata: row.calldatas[i] ?? "0x",
    })),
    votes,
    critiques: critiques.get(id) ?? [],
    records,
  };
}

/** Those that weigh most first; both keys one way, as an index has them. */
const votesOf = (db: Builder, id: Given<Hex>): Reading<ProposalDetail["votes"]> =>
  reading(
    [
      db
        .select()
        .from(vote)
        .where(eq(vote.proposal, id))
        .orderBy(desc(vote.weight), desc(vote.voter))
        .limit(VOTES),
    ],
    (rows) =>
      rows.map(({ voter, support, weight, reason, castAt, tx }) => ({
        voter: checksum(voter),
        choice: choiceOf(support),
        weight: wei(weight),
        reason,
        castAt: toSeconds(castAt),
        tx,
      })),
  );

function choiceOf(support: number): (typeof CHOICES)[number] {
  const choice = CHOICES[support];
  if (choice === undefined) throw new RangeError(`There is no choice ${support} in a vote.`);
  return choice;
}
