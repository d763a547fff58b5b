import type { Hex } from "viem";
import { LeafKind, Outcome, Phase, RearmReason } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { drawPanel, packPanel, packVotes, panelSeed, unpackPanel } from "../../model/panel.ts";
import { lowerMedian, panelSize, quorum, secondPanelSize } from "../../model/score.ts";
import type { Chronicle, ChronicleWork } from "../chronicle.ts";
import { expectLeaf } from "../leaves.ts";
import { benchAt, ruleOf } from "../lookup.ts";
import type { EventLog, Handlers } from "./handler.ts";
import { newRound } from "./registration.ts";
import { workIn } from "./workIn.ts";

export const judgementHandlers = {
  Rearmed(chronicle, log) {
    const { contribution, round, reason, armedAt, drawBlock } = log.args;
    const { problems } = chronicle;
    const work = workIn(chronicle, log, contribution, ARMED_FROM[reason] ?? Phase.Armed);
    if (work === undefined) return;
    checkAgain(chronicle, log, work);
    const due = BigInt(armedAt) + ruleOf(chronicle, "ArmingDelay", work.rulesVersion);
    problems.same("Judgement", `The round of ${contribution}`, round, work.round.round + 1, log);
    problems.same("Judgement", `The block of arming ${contribution}`, BigInt(armedAt), log.blockNumber, log);
    problems.same("Judgement", `The draw block of ${contribution}`, BigInt(drawBlock), due, log);
    // A second panel has a missed draw and a redraw of its own.
    const contested = reason === RearmReason.Contested;
    if (contested) chronicle.openRounds += 1n;
    work.rearmed = !contested && (work.rearmed || reason === RearmReason.MissedDraw);
    work.redrawn = !contested && (work.redrawn || reason === RearmReason.NoQuorum);
    work.phase = Phase.Armed;
    work.round = newRound(round, BigInt(armedAt));
    decide(chronicle, log, LeafKind.Rearmed, dataHash.Rearmed(round, reason, armedAt));
  },

  Drawn(chronicle, log) {
    const { contribution, round, prevRandao, panel, commitEnd, revealEnd } = log.args;
    const work = workIn(chronicle, log, contribution, Phase.Armed);
    if (work === undefined) return;
    checkPanel(chronicle, log, work);
    const { problems, draws, timestamp } = chronicle;
    const length = (rule: "CommitWindow" | "RevealWindow") => ruleOf(chronicle, rule, work.rulesVersion);
    const due = (timestamp ?? 0n) + length("CommitWindow");
    problems.same("Judgement", `The commit window of ${contribution}`, BigInt(commitEnd), due, log);
    const shown = BigInt(revealEnd - commitEnd);
    problems.same("Judgement", `The reveal window of ${contribution}`, shown, length("RevealWindow"), log);
    const drawBlock = work.round.armedAt + ruleOf(chronicle, "ArmingDelay", work.rulesVersion);
    draws.push({ contribution, drawBlock, prevRandao });
    work.phase = Phase.Voting;
    const bench = benchAt(chronicle, work.round.armedAt);
    work.round.panel = unpackPanel(panel).flatMap((seat) => bench[Number(seat)] ?? []);
    work.round.commitEnd = BigInt(commitEnd);
    work.round.revealEnd = BigInt(revealEnd);
    work.challenge?.rounds.push(work.round);
    decide(chronicle, log, LeafKind.Drawn, dataHash.Drawn(round, prevRandao, panel));
  },

  Scored(chronicle, log) {
    const { contribution, round, level, votes } = log.args;
    const { problems } = chronicle;
    const work = workIn(chronicle, log, contribution, Phase.Voting);
    if (work === undefined) return;
    problems.same("Score", `The scored round of ${contribution}`, round, work.round.round, log);
    checkQuorum(chronicle, log, work, true);
    const counted = [...work.round.votes.values()];
    problems.same("Score", `The votes on ${contribution}`, votes, packVotes(counted), log);
    if (counted.length > 0) {
      problems.same("Score", `The level of ${contribution}`, BigInt(level), lowerMedian(counted), log);
    }
    if (work.challenge) {
      // The second median only decides the challenge.
      work.challenge.median = BigInt(level);
    } else {
      work.level = BigInt(level);
      work.phase = Phase.Scored;
      chronicle.openRounds -= 1n;
    }
    decide(chronicle, log, LeafKind.Scored, dataHash.Scored(round, level, votes));
  },

  Voided(chronicle, log) {
    const { contribution, opening, round } = log.args;
    const { problems, works } = chronicle;
    const phase = works.get(contribution)?.phase === Phase.Armed ? Phase.Armed : Phase.Voting;
    const work = workIn(chronicle, log, contribution, phase);
    if (work === undefined) return;
    const again = phase === Phase.Armed ? work.rearmed : work.redrawn;
    if (work.challenge) problems.add("Judgement", `${contribution} is void despite its first level.`, log);
    if (!again) problems.add("Judgement", `${contribution} is void without a second try.`, log);
    if (phase === Phase.Voting) checkQuorum(chronicle, log, work, false);
    work.phase = Phase.Void;
    chronicle.openRounds -= 1n;
    decide(chronicle, log, LeafKind.Voided, dataHash.Voided(opening, round));
  },
} satisfies Handlers<"Rearmed" | "Drawn" | "Scored" | "Voided">;

/** In which phase a work is before each arming. */
const ARMED_FROM: Readonly<Record<number, Phase>> = {
  [RearmReason.MissedDraw]: Phase.Armed,
  [RearmReason.NoQuorum]: Phase.Voting,
  [RearmReason.Contested]: Phase.Scored,
};

/** A missed draw and a redraw come once each; a second panel because of a challenge. */
function checkAgain(chronicle: Chronicle, log: EventLog<"Rearmed">, work: ChronicleWork): void {
  const { contribution, reason } = log.args;
  const { problems } = chronicle;
  if (reason === RearmReason.Contested) {
    const pending = work.challenge?.outcome === Outcome.Pending;
    if (!pending) problems.add("Judgement", `${contribution} has a second panel without a challenge.`, log);
    return;
  }
  const again = reason === RearmReason.MissedDraw ? work.rearmed : work.redrawn;
  problems.same("Judgement", `A second arming of ${contribution}`, again, false, log);
  if (reason === RearmReason.NoQuorum) checkQuorum(chronicle, log, work, false);
}

/** The leaf of a decision of ProofOfValue, which anyone may have called for. */
function decide(
  chronicle: Chronicle,
  log: EventLog<"Rearmed" | "Drawn" | "Scored" | "Voided">,
  kind: LeafKind,
  hash: Hex,
): void {
  const { proofOfValue: emitter } = chronicle.deployment.addresses;
  expectLeaf(chronicle, log, { kind, emitter, subject: log.args.contribution, dataHash: hash });
}

/** The panel again, from the prevRandao and the seats as of the arming. */
function checkPanel(chronicle: Chronicle, log: EventLog<"Drawn">, work: ChronicleWork): void {
  const { contribution, round, prevRandao, panel } = log.args;
  const bench = benchAt(chronicle, work.round.armedAt);
  const seats = BigInt(bench.length);
  const seed = panelSeed(prevRandao, contribution, round);
  const first = work.challenge?.first.panel ?? [];
  const size = work.challenge
    ? secondPanelSize(BigInt(first.length), seats)
    : panelSize(ruleOf(chronicle, "PanelLimit", work.rulesVersion), seats);
  // Nobody of the first panel, whatever its seat's number is now.
  const isOfFirst = (seat: bigint) => {
    const holder = bench[Number(seat)];
    return holder !== undefined && first.includes(holder);
  };
  const drawn = packPanel(drawPanel(seed, size, seats, isOfFirst));
  chronicle.problems.same("Panel", `The panel of ${contribution}`, panel, drawn, log);
}

function checkQuorum(
  { problems }: Chronicle,
  log: EventLog<"Rearmed" | "Scored" | "Voided">,
  { round }: ChronicleWork,
  expected: boolean,
): void {
  const reached = BigInt(round.votes.size) >= quorum(BigInt(round.panel.length));
  if (reached === expected) return;
  const outcome = expected ? "was scored without" : "was given up despite";
  problems.add("Score", `${log.args.contribution} ${outcome} a quorum: ${round.votes.size} votes.`, log);
}
