import * as tables from "@azora/indexer/schema";
import { proposalSubject, Rule, Verdict } from "@azora/sdk";
import type { Happened, Past } from "../Past.ts";
import { isAfter } from "../Past.ts";
import { idOf, placeOf, type Truths, truth } from "./truth.ts";

const named = (past: Past, log: Happened) => ({ id: idOf(past, log), ...placeOf(log) });

function epochOf(past: Past, timestamp: bigint): number {
  const [start] = past.of("EpochsStarted");
  return start === undefined ? 0 : Number((timestamp - start.args.genesisTime) / start.args.epochLength);
}

function critics(past: Past) {
  const accounts = new Set(past.of("CriticSet").map(({ args }) => args.critic));
  return [...accounts].map((account) => {
    const appointed = past.of("CriticSet").filter(({ args }) => args.critic === account && args.appointed);
    const critiques = past.of("Critiqued").filter(({ args }) => args.critic === account);
    const flags = critiques
      .filter(({ args }) => args.verdict === Verdict.Flag)
      .map(({ at }) => epochOf(past, at));
    const lost = past
      .of("FlagResolved")
      .filter(({ args }) => args.critic === account && !args.upheld)
      .at(-1);
    return {
      account,
      appointedAt: appointed.at(-1)?.at ?? 0n,
      critiques: critiques.length,
      usedIn: flags.at(-1) ?? 0,
      used: flags.filter((epoch) => epoch === flags.at(-1)).length,
      lostIn: lost === undefined ? 0 : epochOf(past, lost.at),
      strikes: Number(lost?.args.strikes ?? 0),
    };
  });
}

function stops(past: Past) {
  const all = past.of("Stopped");
  return all.map((log, i) => {
    const next = all[i + 1];
    const lifted = past
      .of("StopLifted")
      .find((each) => isAfter(each, log) && (next === undefined || isAfter(next, each)));
    return { ...named(past, log), until: lifted?.at ?? BigInt(log.args.until) };
  });
}

function proposals(past: Past) {
  return past.of("ProposalCreated").map((log) => {
    const { proposalId, description } = log.args;
    const isOfIt = ({ args }: { args: { proposalId: bigint } }) => args.proposalId === proposalId;
    return {
      id: proposalSubject(proposalId),
      event: idOf(past, log),
      description,
      proposedAt: log.at,
      voters: past.of("VoteCast", "VoteCastWithParams").filter(isOfIt).length,
      canceledAt: past.of("ProposalCanceled").find(isOfIt)?.at ?? null,
      ...placeOf(log),
    };
  });
}

/** Under which names the index keeps what each event sets. */
const SETTINGS = {
  QuorumSet: ["quorumPpm", "quorumFloor"],
  VotingDelaySet: ["votingDelay"],
  VotingPeriodSet: ["votingPeriod"],
  ProposalThresholdSet: ["proposalThreshold"],
  LateQuorumVoteExtensionSet: ["lateQuorumVoteExtension"],
} as const;

const settings = (past: Past) =>
  Object.entries(SETTINGS).flatMap(([event, names]) =>
    past.logs.some(({ eventName }) => eventName === event) ? names.map((name) => ({ name })) : [],
  );

function votes(past: Past) {
  return past.of("VoteCast", "VoteCastWithParams").map((log) => {
    const { proposalId, voter, support, weight, reason } = log.args;
    return {
      proposal: proposalSubject(proposalId),
      voter,
      support,
      weight,
      reason,
      castAt: log.at,
      tx: log.transactionHash,
    };
  });
}

/** Each rule in each version. */
const ruleValues = (past: Past) =>
  [1, ...past.of("Amended").map(({ args }) => args.version)].flatMap((version) =>
    past.of("RuleSet").map(({ args: { rule } }) => ({ version, rule })),
  );

export const governanceTruths: Truths = (past) => [
  truth(
    tables.rule,
    Object.values(Rule).map((rule) => ({ rule })),
  ),
  truth(tables.ruleValue, ruleValues(past)),
  truth(
    tables.amendment,
    past.of("Amended").map((log) => ({ version: log.args.version, ...placeOf(log) })),
  ),
  truth(
    tables.articles,
    past.of("ArticlesSet", "ArticlesAmended").map((log) => ({
      ...named(past, log),
      hash: log.eventName === "ArticlesSet" ? log.args.articlesHash : log.args.current,
      timestamp: log.at,
    })),
  ),
  truth(tables.critic, critics(past)),
  truth(
    tables.criticTerm,
    past.of("CriticSet").map((log) => ({ leaf: past.leafOf(log), tx: log.transactionHash })),
  ),
  truth(
    tables.critique,
    past.of("Critiqued").map((log) => named(past, log)),
  ),
  truth(
    tables.guardianTerm,
    past.of("GuardianSet").map((log) => named(past, log)),
  ),
  truth(tables.registrationStop, stops(past)),
  truth(tables.proposal, proposals(past)),
  truth(tables.vote, votes(past)),
  truth(tables.governorSetting, settings(past)),
];
