import {
  articles,
  attestor,
  contribution,
  critic,
  guardianTerm,
  holding,
  type protocol,
  registrationStop,
  rule,
  ruleValue,
} from "@azora/indexer/schema";
import {
  constants,
  type Deployment,
  model,
  Phase,
  Rule as RuleId,
  type RuleUnit,
  ruleUnits,
} from "@azora/sdk";
import { and, asc, count, desc, eq, gt, inArray } from "drizzle-orm";
import { zeroAddress } from "viem";
import type { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Db } from "../../database/pools.ts";
import { checksum, ruleName, toSeconds, wei } from "../../http/format.ts";
import { countPeople } from "../accounts/people.ts";
import { epochAt, readClock, readRule, requireTotals } from "./clock.ts";
import type { protocolSchema } from "./schema.ts";

export type Protocol = z.infer<typeof protocolSchema>;
type Rule = Protocol["rules"][number];

const UNITS = {
  gwei: "gwei",
  microAzr: "micro-AZR",
  ppm: "ppm",
  seconds: "seconds",
  blocks: "blocks",
  count: "number",
} as const satisfies Record<RuleUnit, Rule["unit"]>;

/** What was fixed at deployment, the totals, and the rules in force. */
export async function readProtocol(snapshot: Snapshot, deployment: Deployment): Promise<Protocol> {
  const { db, head } = snapshot;
  const totals = await requireTotals(db);
  const { genesisTime, epochLength, ...rest } = await readClock(db);
  const [fund] = await db.select().from(holding).where(eq(holding.account, deployment.addresses.citadelFund));
  const epoch = epochAt({ genesisTime, epochLength, ...rest }, head.timestamp);
  const flags = await readRule(db, totals.rulesVersion, RuleId.CriticFlags);
  return {
    genesisTime,
    epochLength,
    epoch,
    supply: wei(totals.minted),
    maxSupply: wei(constants.Emission.MAX_SUPPLY),
    citadel: {
      azr: wei(fund?.balance ?? 0n),
      ether: wei(totals.citadelEther),
      minted: wei(totals.citadel),
    },
    withdrawn: wei(totals.withdrawn),
    contributions: totals.contributions,
    phases: await countPhases(db, totals),
    openRounds: totals.openRounds,
    seats: totals.seats,
    people: await countPeople(snapshot),
    ledgerSize: Number(totals.ledgerSize),
    rulesVersion: totals.rulesVersion,
    rules: await readRules(db, totals.rulesVersion),
    articlesHash: await readArticles(db),
    critics: await readCritics(db, BigInt(flags), BigInt(epoch)),
    guardian: await readGuardian(db),
    attestors: await readAttestors(db),
  };
}

/** What is decided, and what waits for a score, is in the totals; what is being judged or waits for its epoch is counted. */
async function countPhases(
  db: Db,
  { contributions, openRounds, rejected, settled, voided }: typeof protocol.$inferSelect,
): Promise<Protocol["phases"]> {
  const rows = await db
    .select({ phase: contribution.phase, works: count() })
    .from(contribution)
    .where(inArray(contribution.phase, [Phase.Voting, Phase.Accepted]))
    .groupBy(contribution.phase);
  const counted = new Map(rows.map(({ phase, works }) => [phase, works]));
  const [voting, accepted] = [counted.get(Phase.Voting) ?? 0, counted.get(Phase.Accepted) ?? 0];
  return {
    None: 0,
    Armed: openRounds - voting,
    Voting: voting,
    Scored: contributions - openRounds - accepted - rejected - settled - voided,
    Accepted: accepted,
    Rejected: rejected,
    Settled: settled,
    Void: voided,
  };
}

async function readRules(db: Db, version: number): Promise<Rule[]> {
  const rows = await db
    .select({ number: rule.rule, value: ruleValue.value, min: rule.min, max: rule.max })
    .from(rule)
    .innerJoin(ruleValue, and(eq(ruleValue.rule, rule.rule), eq(ruleValue.version, version)))
    .orderBy(asc(rule.rule));
  return rows.map(({ number, value, min, max }) => {
    const name = ruleName(number);
    return { name, unit: UNITS[ruleUnits[name]], value: wei(value), min: wei(min), max: wei(max) };
  });
}

async function readArticles(db: Db): Promise<Protocol["articlesHash"]> {
  const [row] = await db.select().from(articles).orderBy(desc(articles.id)).limit(1);
  if (row === undefined) throw new Error("The index has no articles, which come with the deployment.");
  return row.hash;
}

/** Those in office. @param flags The rule `CriticFlags`. @param epoch The present one. */
async function readCritics(db: Db, flags: bigint, epoch: bigint): Promise<Protocol["critics"]> {
  const rows = await db.select().from(critic).where(eq(critic.inOffice, true)).orderBy(asc(critic.account));
  return rows.map(({ account, appointedAt, critiques, usedIn, used, lostIn, strikes }) => {
    const record = {
      usedIn: BigInt(usedIn),
      used: BigInt(used),
      lostIn: BigInt(lostIn),
      strikes: BigInt(strikes),
    };
    return {
      account: checksum(account),
      since: toSeconds(appointedAt),
      critiques,
      flagsLeft: Number(model.flagsLeft(record, flags, epoch)),
      strikes: Number(model.strikesAt(record, epoch)),
    };
  });
}

async function readGuardian(db: Db): Promise<Protocol["guardian"]> {
  const [term] = await db.select().from(guardianTerm).orderBy(desc(guardianTerm.id)).limit(1);
  const [stop] = await db.select().from(registrationStop).orderBy(desc(registrationStop.id)).limit(1);
  const isVacant = term === undefined || term.account === zeroAddress;
  const interval = constants.Guardianship.STOP_INTERVAL;
  return {
    account: isVacant ? null : checksum(term.account),
    termEnd: isVacant ? null : toSeconds(term.termEnd),
    nextStopAt: toSeconds(stop === undefined ? 0n : stop.timestamp + interval),
    stoppedUntil: toSeconds(stop?.until ?? 0n),
    reasonHash: stop?.reasonHash ?? null,
  };
}

/** Those who are appointed, from when on each may act. */
async function readAttestors(db: Db): Promise<Protocol["attestors"]> {
  const rows = await db
    .select()
    .from(attestor)
    .where(gt(attestor.activeFrom, 0n))
    .orderBy(asc(attestor.account));
  return rows.map(({ account, activeFrom }) => ({
    account: checksum(account),
    activeFrom: toSeconds(activeFrom),
  }));
}
