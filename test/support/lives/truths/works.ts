import * as tables from "@azora/indexer/schema";
import { Outcome, Rule } from "@azora/sdk";
import type { Hex } from "viem";
import { type Happened, isAfter, type Past } from "../Past.ts";
import { placeOf, type Truths, truth } from "./truth.ts";

type Armed = Happened<"Registered" | "Reopened" | "Rearmed">;

function ruleAt(past: Past, rule: Rule, version: number): bigint {
  const amended = past
    .of("Amended")
    .filter(({ args }) => args.rule === rule && args.version <= version)
    .at(-1);
  const first = past.of("RuleSet").find(({ args }) => args.rule === rule);
  return BigInt(amended?.args.current ?? first?.args.value ?? 0);
}

/** The round by whose panel the level stands: the first panel's, unless a challenge was upheld. */
function scoredRound(past: Past, id: Hex): number | null {
  const upheld = past
    .of("Resolved")
    .find(({ args }) => args.contribution === id && args.outcome === Outcome.Upheld);
  const first = past.of("Scored").find(({ args }) => args.contribution === id);
  return upheld?.args.round ?? first?.args.round ?? null;
}

function contributions(past: Past) {
  const registered = past.of("Registered");
  return registered.map((log, i) => {
    const { contribution: id, registrant, attribution, uri } = log.args;
    const reopened = past.of("Reopened").filter(({ args }) => args.contribution === id);
    const settled = past.of("Settled").find(({ args }) => args.contribution === id);
    return {
      id,
      uri,
      contributorCount: attribution.contributors.length,
      upstreamCount: attribution.upstream.length,
      citedByCount: registered.filter(({ args }) => args.attribution.upstream.some(({ node }) => node === id))
        .length,
      bondOwner: reopened.at(-1)?.args.payer ?? registrant,
      scoredRound: scoredRound(past, id),
      amount: settled?.args.amount ?? 0n,
      registeredBlock: log.blockNumber,
      registeredTx: log.transactionHash,
      number: i + 1,
    };
  });
}

/** Which round an event armed. The registry's events do not tell from which block on. */
const roundOf = ({ eventName, args }: Armed): number => (eventName === "Registered" ? 1 : args.round);

function rounds(past: Past) {
  const armings = Map.groupBy(
    past.of("Registered", "Reopened", "Rearmed"),
    (log) => `${log.args.contribution} ${roundOf(log)}`,
  );
  return [...armings.values()].flatMap((all) => {
    const last = all.at(-1);
    if (last === undefined) return [];
    const id = last.args.contribution;
    const number = roundOf(last);
    const isHere = ({ args }: { args: { contribution: Hex; round: number } }) =>
      args.contribution === id && args.round === number;
    const drawn = past.of("Drawn").filter(isHere).at(-1);
    const version =
      past.of("Registered").find(({ args }) => args.contribution === id)?.args.rulesVersion ?? 0;
    const isRearmed = last.eventName === "Rearmed";
    return {
      contribution: id,
      round: number,
      armedAt: isRearmed ? BigInt(last.args.armedAt) : last.blockNumber,
      drawBlock: isRearmed
        ? BigInt(last.args.drawBlock)
        : last.blockNumber + ruleAt(past, Rule.ArmingDelay, version),
      rearmReason: isRearmed ? last.args.reason : null,
      panelSize: drawn === undefined ? 0 : seatsOf(drawn.args.panel).length,
      commitEnd: drawn === undefined ? null : BigInt(drawn.args.commitEnd),
      revealEnd: drawn === undefined ? null : BigInt(drawn.args.revealEnd),
      committed: new Set(
        past
          .of("Committed")
          .filter(isHere)
          .map(({ args }) => args.validator),
      ).size,
      revealed: past.of("Revealed").filter(isHere).length,
    };
  });
}

/** Seats of a panel in their order: 16 bits a place, and how many there are in the top 16. */
export const seatsOf = (panel: bigint): number[] =>
  Array.from({ length: Number(panel >> 240n) }, (_, place) =>
    Number((panel >> (16n * BigInt(place))) & 0xffffn),
  );

export const workTruths: Truths = (past) => [
  truth(tables.contribution, contributions(past)),
  truth(
    tables.contributorShare,
    past.of("Registered").flatMap(({ args }, i) =>
      args.attribution.contributors.map(({ node, weight }) => ({
        contribution: args.contribution,
        node,
        weight,
        number: i + 1,
      })),
    ),
  ),
  truth(
    tables.upstreamShare,
    past.of("Registered").flatMap(({ args }, i) =>
      args.attribution.upstream.map(({ node: upstream, weight }) => ({
        contribution: args.contribution,
        upstream,
        weight,
        number: i + 1,
      })),
    ),
  ),
  truth(tables.round, rounds(past)),
  truth(
    tables.arming,
    past.of("Rearmed").map((log) => ({ leaf: past.leafOf(log), tx: log.transactionHash })),
  ),
  truth(
    tables.reopening,
    past.of("Reopened").map((log) => ({
      contribution: log.args.contribution,
      opening: log.args.opening,
      tx: log.transactionHash,
    })),
  ),
  truth(
    tables.voiding,
    past.of("Voided").map((log) => ({
      contribution: log.args.contribution,
      opening: log.args.opening,
      tx: log.transactionHash,
    })),
  ),
  truth(tables.challenge, challenges(past)),
  truth(
    tables.feeShare,
    past.of("FeeShared").map(({ args, at: timestamp }) => ({ ...args, timestamp })),
  ),
  truth(tables.reservation, reservations(past)),
];

function challenges(past: Past) {
  return past.of("Challenged").map((log) => {
    const { contribution, flagged, fee, bond } = log.args;
    const isOfIt = ({ args }: { args: { contribution: Hex } }) => args.contribution === contribution;
    const closed = past.of("Closed").find(isOfIt);
    const scores = past.of("Scored").filter(isOfIt);
    return {
      contribution,
      flagged,
      firstLevel: scores.findLast((score) => isAfter(log, score))?.args.level ?? -1,
      secondLevel: scores.find((score) => isAfter(score, log))?.args.level ?? null,
      fee,
      bond,
      outcome: closed?.args.outcome ?? Outcome.Pending,
      counted: closed === undefined ? null : Number(closed.args.counted),
      share: closed?.args.share ?? null,
      bondTo: closed?.args.bondTo ?? null,
      ...placeOf(log),
    };
  });
}

/** Each as it was last made, and what became of it then. */
function reservations(past: Past) {
  const keyOf = ({ args }: { args: { challenger: Hex; hash: Hex } }) => `${args.challenger} ${args.hash}`;
  const made = Map.groupBy(past.of("Reserved"), keyOf);
  return [...made].flatMap(([key, all]) => {
    const last = all.at(-1);
    if (last === undefined) return [];
    const end = past
      .of("Redeemed", "Released", "Forfeited")
      .find((log) => keyOf(log) === key && isAfter(log, last));
    const { challenger, hash, deposit } = last.args;
    return {
      challenger,
      hash,
      state: end?.eventName ?? ("Open" as const),
      deposit,
      contribution: end === undefined || end.eventName === "Forfeited" ? null : end.args.contribution,
      reservedAt: last.at,
      ...placeOf(last),
      endedAt: end?.at ?? null,
    };
  });
}
