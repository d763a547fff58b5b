import { contribution } from "@azora/indexer/schema";
import type { Deployment } from "@azora/sdk";
import { eq } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Builder } from "../../database/pools.ts";
import { type Given, reading, readTogether } from "../../database/reading.ts";
import { notFound } from "../../http/errors.ts";
import { checksum, wei } from "../../http/format.ts";
import { recordsOf } from "../ledger/list.ts";
import { clockOf } from "../protocol/clock.ts";
import { challengesOf } from "./challenges.ts";
import { citedByOf, upstreamOf } from "./citations.ts";
import { critiquesOf } from "./critiques.ts";
import { selectContributions, toContribution } from "./list.ts";
import { flowsOf, poolOf, rewardsOf, settlementsOf, tokenPoolsOf } from "./money.ts";
import { roundsOf } from "./rounds.ts";
import type { contributionDetailSchema } from "./schema.ts";
import { sharesOf } from "./shares.ts";
import { challengeEnd, challengeWindowOf, sealableAt } from "./times.ts";

type Detail = z.infer<typeof contributionDetailSchema>;

/** The most citations of one work that are shown with it. */
const CITED_BY = 100;
/** The most decisions. A work has some twenty, and one more for each time that its pool flowed on. */
const RECORDS = 200;

const readAll = readTogether(["id", "token"], (db, { id, token }) => ({
  row: workOf(db, id),
  challenges: challengesOf(db, [id]),
  challengeWindow: challengeWindowOf(db, id),
  clock: clockOf(db),
  shares: sharesOf(db, [id]),
  upstream: upstreamOf(db, [id]),
  citedBy: citedByOf(db, [id], CITED_BY),
  rounds: roundsOf(db, [id]),
  settlements: settlementsOf(db, [id]),
  pool: poolOf(db, token, id),
  tokenPools: tokenPoolsOf(db, token, id),
  rewards: rewardsOf(db, id),
  flows: flowsOf(db, id),
  critiques: critiquesOf(db, [id]),
  records: recordsOf(db, id, RECORDS),
}));

/** @throws ProblemError if the index has no such work */
export async function readContribution(
  { db, head }: Snapshot,
  { addresses }: Deployment,
  id: Hex,
): Promise<Detail> {
  const {
    row,
    challenges,
    challengeWindow,
    clock,
    shares,
    upstream,
    citedBy,
    settlements,
    critiques,
    ...rest
  } = await readAll(db, { id, token: addresses.azoraToken });
  if (row === undefined) throw notFound(`No contribution ${id} is registered.`, "param.id");
  return {
    ...toContribution(row),
    rulesVersion: row.rulesVersion,
    attributionHash: row.attributionHash,
    bond: wei(row.bond),
    bondOwner: checksum(row.bondOwner),
    opening: row.opening,
    round: row.round,
    scoredRound: row.scoredRound,
    challenge: challenges.get(id) ?? null,
    late: row.late,
    challengeEnd: challengeEnd(row, rest.rounds, challengeWindow),
    sealableAt: sealableAt(row, clock),
    contributors: shares(head.timestamp).get(id) ?? [],
    upstream: upstream.get(id) ?? [],
    citedBy: citedBy.get(id) ?? [],
    rounds: rest.rounds,
    settlement: settlements.get(id) ?? null,
    pool: rest.pool,
    tokenPools: rest.tokenPools,
    rewards: rest.rewards,
    flows: rest.flows,
    critiques: critiques.get(id) ?? [],
    records: rest.records,
    // Every row of evidence has a title.
    evidenceAvailable: row.title !== null,
  };
}

const workOf = (db: Builder, id: Given<Hex>) =>
  reading([selectContributions(db).where(eq(contribution.id, id))], ([row]) => row);
