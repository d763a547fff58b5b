import {
  articles,
  attestor,
  contribution,
  critic,
  guardianTerm,
  holding,
  protocol,
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
import { asc, count, desc, eq, gt, inArray } from "drizzle-orm";
import { zeroAddress } from "viem";
import type { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Builder } from "../../database/pools.ts";
import { type Reading, reading, readTogether } from "../../database/reading.ts";
import { checksum, ruleName, toSeconds, wei } from "../../http/format.ts";
import { waitingPeopleOf } from "../accounts/people.ts";
import { epochAt, requireClock, requireRule, requireTotals, totalsOf } from "./clock.ts";
import type { protocolSchema } from "./schema.ts";

export type Protocol = z.infer<typeof protocolSchema>;
type Rule = Protocol["rules"][number];
type Totals = typeof protocol.$inferSelect;

const UNITS = {
  gwei: "gwei",
  microAzr: "micro-AZR",
  ppm: "ppm",
  seconds: "seconds",
  blocks: "blocks",
  count: "number",
} as const satisfies Record<RuleUnit, Rule["unit"]>;

const readAll = readTogether(["citadelFund", "now"], (db, { citadelFund, now }) => ({
  totals: totalsOf(db),
  fund: reading(
    [db.select().from(holding).where(eq(holding.account, citadelFund))],
    ([row]) => row?.balance ?? 0n,
  ),
  phases: phasesOf(db),
  waiting: waitingPeopleOf(db, now),
  rules: rulesOf(db),
  articlesHash: articlesOf(db),
  critics: criticsOf(db),
  guardian: guardianOf(db),
  attestors: attestorsOf(db),
}));

/** What was fixed at deployment, the totals, and the rules in force. */
export async function readProtocol(
  { db, head }: Snapshot,
  { addresses: { citadelFund } }: Deployment,
): Promise<Protocol> {
  const { fund, waiting, phases, rules, articlesHash, critics, guardian, attestors, ...found } =
    await readAll(db, { citadelFund, now: BigInt(head.timestamp) });
  const totals = requireTotals(found.totals);
  const ruleOf = (id: RuleId) => rules.find(({ number }) => number === id)?.value ?? null;
  const clock = requireClock({ ...totals, sealDelay: ruleOf(RuleId.SealDelay) });
  const epoch = epochAt(clock, head.timestamp);
  return {
    genesisTime: clock.genesisTime,
    epochLength: clock.epochLength,
    epoch,
    supply: wei(totals.minted),
    maxSupply: wei(constants.Emission.MAX_SUPPLY),
    citadel: {
      azr: wei(fund),
      ether: wei(totals.citadelEther),
      minted: wei(totals.citadel),
    },
    withdrawn: wei(totals.withdrawn),
    contributions: totals.contributions,
    phases: phases(totals),
    openRounds: totals.openRounds,
    seats: totals.seats,
    people: totals.people + waiting,
    ledgerSize: Number(totals.ledgerSize),
    rulesVersion: totals.rulesVersion,
    rules: rules.map(toRule),
    articlesHash: requireArticles(articlesHash),
    critics: critics(requireRule(ruleOf(RuleId.CriticFlags), totals.rulesVersion, RuleId.CriticFlags), epoch),
    guardian,
    attestors,
  };
}

/** What is decided, and what waits for a score, is in the totals; what is being judged or waits for its epoch is counted. */
const phasesOf = (db: Builder): Reading<(totals: Totals) => Protocol["phases"]> =>
  reading(
    [
      db
        .select({ phase: contribution.phase, works: count() })
        .from(contribution)
        .where(inArray(contribution.phase, [Phase.Voting, Phase.Accepted]))
        .groupBy(contribution.phase),
    ],
    (rows) =>
      ({ contributions, openRounds, rejected, settled, voided }) => {
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
      },
  );

interface RuleRow {
  number: number;
  value: bigint;
  min: bigint;
  max: bigint;
}

/** Those in force. */
const rulesOf = (db: Builder): Reading<readonly RuleRow[]> =>
  reading(
    [
      db
        .select({ number: rule.rule, value: ruleValue.value, min: rule.min, max: rule.max })
        .from(rule)
        .innerJoin(ruleValue, eq(ruleValue.rule, rule.rule))
        .innerJoin(protocol, eq(protocol.rulesVersion, ruleValue.version))
        .orderBy(asc(rule.rule)),
    ],
    (rows) => rows,
  );

function toRule({ number, value, min, max }: RuleRow): Rule {
  const name = ruleName(number);
  return { name, unit: UNITS[ruleUnits[name]], value: wei(value), min: wei(min), max: wei(max) };
}

const articlesOf = (db: Builder) =>
  reading([db.select().from(articles).orderBy(desc(articles.id)).limit(1)], ([row]) => row?.hash);

function requireArticles(hash: Protocol["articlesHash"] | undefined): Protocol["articlesHash"] {
  if (hash === undefined) throw new Error("The index has no articles, which come with the deployment.");
  return hash;
}

/** Those in office, by the rule `CriticFlags` and the present epoch. */
const criticsOf = (db: Builder): Reading<(flags: number, epoch: number) => Protocol["critics"]> =>
  reading(
    [db.select().from(critic).where(eq(critic.inOffice, true)).orderBy(asc(critic.account))],
    (rows) => (flags, epoch) =>
      rows.map(({ account, appointedAt, critiques, usedIn, used, lostIn, strikes }) => {
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
          flagsLeft: Number(model.flagsLeft(record, BigInt(flags), BigInt(epoch))),
          strikes: Number(model.strikesAt(record, BigInt(epoch))),
        };
      }),
  );

const guardianOf = (db: Builder): Reading<Protocol["guardian"]> =>
  reading(
    [
      db.select().from(guardianTerm).orderBy(desc(guardianTerm.id)).limit(1),
      db.select().from(registrationStop).orderBy(desc(registrationStop.id)).limit(1),
    ],
    ([term], [stop]) => {
      const isVacant = term === undefined || term.account === zeroAddress;
      const interval = constants.Guardianship.STOP_INTERVAL;
      return {
        account: isVacant ? null : checksum(term.account),
        termEnd: isVacant ? null : toSeconds(term.termEnd),
        nextStopAt: toSeconds(stop === undefined ? 0n : stop.timestamp + interval),
        stoppedUntil: toSeconds(stop?.until ?? 0n),
        reasonHash: stop?.reasonHash ?? null,
      };
    },
  );

/** Those who are appointed, from when on each may act. */
const attestorsOf = (db: Builder): Reading<Protocol["attestors"]> =>
  reading(
    [db.select().from(attestor).where(gt(attestor.activeFrom, 0n)).orderBy(asc(attestor.account))],
    (rows) =>
      rows.map(({ account, activeFrom }) => ({
        account: checksum(account),
        activeFrom: toSeconds(activeFrom),
      })),
  );
