import { Direction, Ground, Phase } from "@azora/sdk";
import { keccak256, toHex } from "viem";
import { ACCOMPLICE, CHALLENGER, type Game, MARGIN, type Work } from "../game.ts";
import { challenge, conclude, judge, priceOf, secondPanel, type Tactic } from "../judging.ts";
import { moves } from "../moves.ts";
import type { Adversary } from "../play.ts";

const SEEMING = 9;
const TRUTH = 3;

const claimOf = (work: Work, by: string) => ({
  contribution: work.node,
  direction: Direction.Down,
  ground: Ground.Value,
  reasonHash: keccak256(toHex("reason")),
  salt: keccak256(toHex(`salt of ${by}`)),
});

/** A work that looked better than it is, until somebody found out. */
async function overrated(game: Game): Promise<Work> {
  const work = await game.registerHonestly(SEEMING);
  // The coalition's judges are not taken in, so that the bonds of those who were do not count against it.
  await judge(game, work, () => TRUTH);
  // What they were paid for that was honest.
  game.mark();
  return { ...work, truth: TRUTH };
}

export const copycatChallenger: Adversary = {
  name: "copycat challenger",
  tries: "sends what an honest challenge says as its own, in front of it",
  stoppedBy: "reservations by hash: what was not reserved a block before is refused",
  async play(game) {
    const { stage } = game;
    const work = await overrated(game);
    const claim = claimOf(work, "the challenger");
    const price = priceOf(game, work, Direction.Down);
    await stage.must(moves.reserve(stage, CHALLENGER, claim));
    // It orders the transactions: all of its own come first.
    const early = await stage.perform(moves.challenge(stage, ACCOMPLICE, claim, price));
    game.forbid(early !== "Disputes_ReservedUntil", "an unreserved copy of a challenge was taken");
    const honest = await stage.perform(moves.challenge(stage, CHALLENGER, claim, price));
    game.forbid(honest !== undefined, `an honest challenge was refused: ${honest}`);
    const late = await stage.perform(moves.challenge(stage, ACCOMPLICE, claim, price));
    game.forbid(late !== "Disputes_AlreadyChallenged", "a work was challenged twice");
  },
};

/** Takes a reservation for a hint that a challenge would win. */
export const reservationWatcher: Adversary = {
  name: "copycat of reservations",
  tries: "reserves and challenges what somebody else has just reserved, without having read it",
  stoppedBy: "nothing, unless challengers reserve what they read before they know whether to challenge it",
  unprevented: true,
  async play(game) {
    const { stage } = game;
    const work = await overrated(game);
    if (game.levelOf(work) < MARGIN) return;
    await stage.must(moves.reserve(stage, CHALLENGER, claimOf(work, "the challenger")));
    await challenge(game, work, ACCOMPLICE);
    await secondPanel(game, work, () => undefined);
    await conclude(game, work);
  },
};

/** The coalition's judges on a second panel help their challenger. */
const helpful: Tactic = ({ panel }) => (panel === 2 ? 0 : undefined);

export const spammer: Adversary = {
  name: "challenge spammer",
  tries: "challenges every score downward, and has its judges on the second panel vote 0",
  stoppedBy: "the margin of two levels; fee and bond of a challenge",
  async play(game) {
    const work = await game.registerHonestly(2 + game.random().below(8));
    await judge(game, work, helpful);
    if (game.levelOf(work) < MARGIN) return;
    await challenge(game, work, ACCOMPLICE);
    await secondPanel(game, work, helpful);
    await conclude(game, work);
  },
};

/** @param by It challenges what it lifted by so many levels. */
const entrapperFrom = (by: bigint, name: string): Adversary => ({
  name,
  tries: `lifts honest scores, then challenges those ${by} too high for the bonds of whoever erred upward`,
  stoppedBy: "the bond of a challenge; of a slash a tenth for the prover and half for the challenger",
  async play(game) {
    const work = await game.registerHonestly(3 + game.random().below(6));
    const lift: Tactic = ({ panel }) => (panel === 2 ? 0 : Math.min(work.truth + 2, 10));
    await judge(game, work, lift);
    // It knows what the work is worth better than anybody.
    if (game.phaseOf(work) !== Phase.Scored || game.levelOf(work) < BigInt(work.truth) + by) return;
    await challenge(game, work, ACCOMPLICE);
    await secondPanel(game, work, lift);
    await conclude(game, work);
  },
});

export const entrapper = entrapperFrom(1n, "entrapper");
export const patientEntrapper = entrapperFrom(MARGIN, "patient entrapper");

/** The same where honest judges err by more: nothing but the rubric's anchors keeps them from that. */
export const foggyEntrapper: Adversary = {
  ...patientEntrapper,
  name: "patient entrapper of those who err by one and a half levels",
  stoppedBy: "nothing but anchors in the rubric, so that honest readings err by less",
  unprevented: true,
  noise: 1.5,
};
