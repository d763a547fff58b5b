import { LeafKind, Outcome, Phase } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import {
  type ChallengeRule,
  canWin,
  challengePrice,
  isGroundFor,
  resolveChallenge,
} from "../../model/challenge.ts";
import { quorum } from "../../model/score.ts";
import type { Chronicle, ChronicleChallenge, ChronicleWork } from "../chronicle.ts";
import { expectLeaf } from "../leaves.ts";
import { challengeEndOf, ruleOf } from "../lookup.ts";
import { expectFlag, requireTold } from "./flags.ts";
import type { EventLog, Handlers } from "./handler.ts";
import { expectRedeemed } from "./reservations.ts";
import { workIn } from "./workIn.ts";

export const disputeHandlers = {
  Challenged(chronicle, log) {
    const { contribution, round, challenger, direction, ground, reasonHash, flagged, fee, bond } = log.args;
    const { problems, deployment } = chronicle;
    const work = workIn(chronicle, log, contribution, Phase.Scored);
    if (work === undefined) return;
    problems.same("Judgement", `The challenged round of ${contribution}`, round, work.round.round, log);
    checkChallenge(chronicle, log, work);
    work.challenge = {
      challenger,
      flagged,
      direction,
      ground,
      fee,
      bond,
      first: work.round,
      firstLevel: work.level,
      rounds: [],
      median: undefined,
      shared: new Set(),
      outcome: Outcome.Pending,
      isClosed: false,
      told: undefined,
      refunded: 0n,
    };
    expectLeaf(chronicle, log, {
      kind: LeafKind.Challenged,
      emitter: deployment.addresses.disputes,
      subject: contribution,
      actor: challenger,
      dataHash: dataHash.Challenged(round, direction, ground, reasonHash),
    });
  },

  Closed(chronicle, log) {
    const { contribution, outcome, bondTo, bond, counted, share } = log.args;
    const { problems, deployment } = chronicle;
    const challenge = chronicle.works.get(contribution)?.challenge;
    if (challenge === undefined) {
      problems.add("Judgement", `A challenge of ${contribution} ends that was never made.`, log);
      return;
    }
    if (challenge.isClosed) problems.add("Ether", `The challenge of ${contribution} was closed before.`, log);
    challenge.isClosed = true;
    const { citadelFund } = deployment.addresses;
    const payer = challenge.flagged ? citadelFund : challenge.challenger;
    const expected = expectedOutcome(challenge).outcome;
    const votes = countedIn(challenge);
    problems.same("Judgement", `The outcome for ${contribution}`, outcome, expected, log);
    const owner = expected === Outcome.Dismissed ? citadelFund : payer;
    problems.same("Ether", `The receiver of the challenge bond of ${contribution}`, bondTo, owner, log);
    problems.same("Ether", `The challenge bond of ${contribution}`, bond, challenge.bond, log);
    problems.same("Judgement", `The counted second votes on ${contribution}`, counted, votes, log);
    const part = votes === 0n ? 0n : challenge.fee / votes;
    problems.same("Ether", `A judge's part of the fee for ${contribution}`, share, part, log);
  },

  Resolved(chronicle, log) {
    const { contribution, round, level, outcome } = log.args;
    const { problems, works, deployment } = chronicle;
    const phase = works.get(contribution)?.phase === Phase.Armed ? Phase.Armed : Phase.Voting;
    const work = workIn(chronicle, log, contribution, phase);
    const challenge = work?.challenge;
    if (work === undefined || challenge === undefined) {
      problems.add("Judgement", `A challenge of ${contribution} is resolved that was never made.`, log);
      return;
    }
    checkEnd(chronicle, log, work, challenge);
    const expected = expectedOutcome(challenge);
    problems.same("Judgement", `The last round of ${contribution}`, round, work.round.round, log);
    problems.same("Judgement", `The outcome for ${contribution}`, outcome, expected.outcome, log);
    problems.same("Score", `The level of ${contribution}`, BigInt(level), expected.level, log);
    challenge.outcome = outcome;
    if (!challenge.isClosed) problems.add("Ether", `Nobody told who gets what of ${contribution}.`, log);
    requireTold(chronicle, log, challenge);
    work.level = BigInt(level);
    work.phase = Phase.Scored;
    chronicle.openRounds -= 1n;
    expectLeaf(chronicle, log, {
      kind: LeafKind.Resolved,
      emitter: deployment.addresses.proofOfValue,
      subject: contribution,
      dataHash: dataHash.Resolved(round, level, outcome),
    });
  },

  FeeShared(chronicle, log) {
    const { contribution, round, validator, amount } = log.args;
    const { problems, works } = chronicle;
    const challenge = works.get(contribution)?.challenge;
    const votes = challenge?.rounds.find((second) => second.round === round)?.votes;
    if (challenge === undefined || challenge.outcome === Outcome.Pending || !votes?.has(validator)) {
      problems.add("Ether", `${validator} takes a part of a fee without a counted second vote.`, log);
      return;
    }
    const key = `${round} ${validator}`;
    if (challenge.shared.has(key)) problems.add("Ether", `${validator} takes its part of a fee twice.`, log);
    challenge.shared.add(key);
    const part = challenge.fee / countedIn(challenge);
    problems.same("Ether", `The part of the fee of ${validator}`, amount, part, log);
  },
  FeeRefunded(chronicle, log) {
    const { contribution, challenger, amount } = log.args;
    const { problems, works } = chronicle;
    const challenge = works.get(contribution)?.challenge;
    if (challenge?.outcome !== Outcome.Upheld || challenge.flagged) {
      problems.add("Ether", `A fee for ${contribution} came back without a won challenge.`, log);
      return;
    }
    problems.same("Ether", `Who gets a fee for ${contribution} back`, challenger, challenge.challenger, log);
    challenge.refunded += amount;
    if (challenge.refunded > challenge.fee)
      problems.add("Ether", `More came back to ${challenger} than its fee.`, log);
  },
} satisfies Handlers<"Challenged" | "Closed" | "Resolved" | "FeeShared" | "FeeRefunded">;

function checkChallenge(chronicle: Chronicle, log: EventLog<"Challenged">, work: ChronicleWork): void {
  const { contribution, direction, ground, flagged, fee, bond } = log.args;
  const { problems, timestamp } = chronicle;
  if (work.challenge) problems.add("Judgement", `${contribution} is challenged twice.`, log);
  const end = challengeEndOf(chronicle, work);
  if (timestamp !== undefined && timestamp >= end)
    problems.add("Judgement", `${contribution} is challenged after its window.`, log);
  if (!canWin(direction, work.level) || !isGroundFor(direction, ground))
    problems.add("Judgement", `The challenge of ${contribution} could not win.`, log);

  const rule = (name: ChallengeRule) => ruleOf(chronicle, name, work.rulesVersion);
  const price = challengePrice(rule, direction, work.level);
  if (flagged) {
    expectFlag(chronicle, log, price.fee);
  } else {
    expectRedeemed(chronicle, log);
    problems.same("Ether", `The fee for challenging ${contribution}`, fee, price.fee, log);
  }
  const due = flagged ? 0n : price.bond;
  problems.same("Ether", `The bond for challenging ${contribution}`, bond, due, log);
}

/** Without a second median the panel must have had its second try. */
function checkEnd(
  { problems }: Chronicle,
  log: EventLog<"Resolved">,
  { phase, rearmed, redrawn, round }: ChronicleWork,
  { median }: ChronicleChallenge,
): void {
  if (median !== undefined) return;
  const { contribution } = log.args;
  const again = phase === Phase.Armed ? rearmed : redrawn;
  if (!again) problems.add("Judgement", `The challenge of ${contribution} ended without a second try.`, log);
  const reached = BigInt(round.votes.size) >= quorum(BigInt(round.panel.length));
  if (phase === Phase.Voting && reached)
    problems.add("Score", `The challenge of ${contribution} ended despite a quorum.`, log);
}

const expectedOutcome = ({ direction, ground, firstLevel, median }: ChronicleChallenge) =>
  resolveChallenge(direction, ground, firstLevel, median);

/** Reveals of the second panel in all its rounds. */
const countedIn = ({ rounds }: ChronicleChallenge): bigint =>
  BigInt(rounds.reduce((sum, { votes }) => sum + votes.size, 0));
