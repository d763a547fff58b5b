import { amendment, articles, challenge, critique } from "@azora/indexer/schema";
import { desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "../../database/pools.ts";
import { orNull, ruleName, toSeconds, wei } from "../../http/format.ts";
import { readChallenges } from "../contributions/challenges.ts";
import { toCritique } from "../contributions/critiques.ts";
import { executedWith } from "../ledger/executedWith.ts";
import type { constitutionSchema } from "./schema.ts";

export type Constitution = z.infer<typeof constitutionSchema>;

export const LATEST = 20;
export const AMENDMENTS = 100;

/** What articles and rules were before they were what they are, and what critics recorded and flagged. */
export async function readConstitution(db: Db): Promise<Constitution> {
  return {
    articles: await readArticles(db),
    amendments: await readAmendments(db),
    critiques: await readLatestCritiques(db),
    flags: await readFlags(db),
  };
}

async function readArticles(db: Db): Promise<Constitution["articles"]> {
  const rows = await db
    .select({ text: articles, proposal: executedWith(articles) })
    .from(articles)
    .orderBy(desc(articles.id))
    .limit(LATEST);
  return rows.map(({ text, proposal }) => ({
    hash: text.hash,
    rationaleHash: text.rationaleHash,
    since: toSeconds(text.timestamp),
    record: orNull(text.leaf, Number),
    proposal,
    tx: text.tx,
  }));
}

async function readAmendments(db: Db): Promise<Constitution["amendments"]> {
  const rows = await db
    .select({ made: amendment, proposal: executedWith(amendment) })
    .from(amendment)
    .orderBy(desc(amendment.version))
    .limit(AMENDMENTS);
  return rows.map(({ made, proposal }) => ({
    version: made.version,
    rule: ruleName(made.rule),
    before: wei(made.before),
    current: wei(made.current),
    rationaleHash: made.rationaleHash,
    timestamp: toSeconds(made.timestamp),
    record: Number(made.leaf),
    proposal,
    tx: made.tx,
  }));
}

async function readLatestCritiques(db: Db): Promise<Constitution["critiques"]> {
  const rows = await db.select().from(critique).orderBy(desc(critique.id)).limit(LATEST);
  return rows.map((row) => ({ subject: row.subject, record: Number(row.leaf), critique: toCritique(row) }));
}

async function readFlags(db: Db): Promise<Constitution["flags"]> {
  const rows = await db
    .select({ contribution: challenge.contribution, leaf: challenge.leaf })
    .from(challenge)
    .where(eq(challenge.flagged, true))
    .orderBy(desc(challenge.leaf))
    .limit(LATEST);
  const works = rows.map(({ contribution }) => contribution);
  const challenges = await readChallenges(db, { works });
  return rows.flatMap(({ contribution, leaf: index }) => {
    const found = challenges.get(contribution);
    return found === undefined ? [] : [{ contribution, record: Number(index), challenge: found }];
  });
}
