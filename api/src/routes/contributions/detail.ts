import { contribution } from "@azora/indexer/schema";
import type { Deployment } from "@azora/sdk";
import { eq } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import { notFound } from "../../http/errors.ts";
import { checksum, wei } from "../../http/format.ts";
import { listRecordsOf } from "../ledger/list.ts";
import { readChallenges } from "./challenges.ts";
import { readCitedBy, readUpstream } from "./citations.ts";
import { readCritiques } from "./critiques.ts";
import { selectContributions, toContribution } from "./list.ts";
import { readFlows, readPool, readRewards, readSettlements, readTokenPools } from "./money.ts";
import { readRounds } from "./rounds.ts";
import type { contributionDetailSchema } from "./schema.ts";
import { readShares } from "./shares.ts";
import { challengeEnd, sealableAt } from "./times.ts";

type Detail = z.infer<typeof contributionDetailSchema>;

/** The most citations of one work that are shown with it. */
const CITED_BY = 100;
/** The most decisions. A work has some twenty, and one more for each time that its pool flowed on. */
const RECORDS = 200;

/** @throws ProblemError if the index has no such work */
export async function readContribution(
  { db, head }: Snapshot,
  { addresses }: Deployment,
  id: Hex,
): Promise<Detail> {
  const [row] = await selectContributions(db).where(eq(contribution.id, id));
  if (row === undefined) throw notFound(`No contribution ${id} is registered.`, "param.id");
  const rounds = await readRounds(db, id);
  const challenge = (await readChallenges(db, [id])).get(id) ?? null;
  return {
    ...toContribution(row),
    rulesVersion: row.rulesVersion,
    attributionHash: row.attributionHash,
    bond: wei(row.bond),
    bondOwner: checksum(row.bondOwner),
    opening: row.opening,
    round: row.round,
    scoredRound: row.scoredRound,
    challenge,
    late: row.late,
    challengeEnd: await challengeEnd(db, row, rounds),
    sealableAt: await sealableAt(db, row),
    contributors: (await readShares(db, [id], head.timestamp)).get(id) ?? [],
    upstream: (await readUpstream(db, [id])).get(id) ?? [],
    citedBy: (await readCitedBy(db, [id], CITED_BY)).get(id) ?? [],
    rounds,
    settlement: (await readSettlements(db, [id])).get(id) ?? null,
    pool: await readPool(db, addresses.azoraToken, id),
    tokenPools: await readTokenPools(db, addresses.azoraToken, id),
    rewards: await readRewards(db, id),
    flows: await readFlows(db, id),
    critiques: (await readCritiques(db, [id])).get(id) ?? [],
    records: await listRecordsOf(db, id, RECORDS),
    // Every row of evidence has a title.
    evidenceAvailable: row.title !== null,
  };
}
