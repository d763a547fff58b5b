import { constants, Phase } from "@azora/sdk";
import { keccak256, toHex } from "viem";
import { ACCOMPLICE, CHALLENGER, type Game, MARGIN, type Work } from "../game.ts";
import { challenge, claimOf, conclude, judge, ripen, secondPanel, type Tactic } from "../judging.ts";
import { moves } from "../moves.ts";
import type { Adversary } from "../play.ts";

const SEEMING = 9;
const TRUTH = 3;

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
  tries:
    "sends what an honest challenge says as its own, in front of it, and holds that back as long as it pays",
  stoppedBy: "sealed reservations: what was not reserved five blocks before is refused",
  async play(game) {
    const { stage } = game;
    const work = await overrated(game);
    const [honest, copy] = [claimOf(work, CHALLENGER), claimOf(work, ACCOMPLICE)];
    await stage.must(moves.reserve(stage, CHALLENGER, honest));
    await ripen(game);
    // From here on the challenge is on its way for all to see, and this one orders the transactions.
    const forbid = async (expected: string) => {
      const answer = await stage.perform(moves.challenge(stage, ACCOMPLICE, copy));
      game.forbid(answer !== expected, `a copy of a challenge was answered with ${answer ?? "success"}`);
    };
    await forbid("Reservations_NotReserved");
    await stage.must(moves.reserve(stage, ACCOMPLICE, copy));
    await forbid("Reservations_TooYoung");
    await stage.wait(constants.Reservations.MATURITY - 3);
    const answer = await stage.perform(moves.challenge(stage, CHALLENGER, honest));
    game.forbid(answer !== undefined, `an honest challenge was refused: ${answer}`);
    await forbid("Disputes_AlreadyChallenged");
    await stage.must(moves.release(stage, ACCOMPLICE, copy));
  },
};

/**
 * So many scores are open to a challenge, any of which a reservation could mean. The main network's rules double the bond of
 * a registration from four open duties a seat on: 17 works of seven duties on 30 seats. Works are judged for three days, and
 * their windows last three days, so as many are open; half of them, if half of what is scored is worth a challenger's time.
 */
export const OPEN_SCORES = 8;

const others = (work: Work): Work[] =>
  // A reservation names no work, so that they need not exist here.
  Array.from({ length: OPEN_SCORES - 1 }, (_, index) => ({
    ...work,
    node: keccak256(toHex(`other ${index}`)),
  }));

/** Takes a reservation that stands in a block for a hint that one of the open scores is wrong. */
export const reservationWatcher: Adversary = {
  name: "copycat of reservations",
  tries: `reserves all of ${OPEN_SCORES} open scores once somebody has reserved one of them, to be first where it is challenged`,
  stoppedBy: "sealed reservations: it is a block too late, and loses a deposit for each open score but one",
  async play(game) {
    const { stage } = game;
    const work = await overrated(game);
    if (game.levelOf(work) < MARGIN) return;
    const [honest, copy] = [claimOf(work, CHALLENGER), claimOf(work, ACCOMPLICE)];
    await stage.must(moves.reserve(stage, CHALLENGER, honest));
    await stage.must(moves.reserve(stage, ACCOMPLICE, copy));
    await stage.wait(constants.Reservations.MATURITY - 3);
    const early = await stage.perform(moves.challenge(stage, ACCOMPLICE, copy));
    game.forbid(
      early !== "Reservations_TooYoung",
      `a late reservation was answered with ${early ?? "success"}`,
    );
    const answer = await stage.perform(moves.challenge(stage, CHALLENGER, honest));
    game.forbid(answer !== undefined, `an honest challenge was refused: ${answer}`);
    await stage.must(moves.release(stage, ACCOMPLICE, copy));
    // In the block of the first they would be; here each call has one of its own.
    for (const other of others(work))
      await stage.must(moves.reserve(stage, ACCOMPLICE, claimOf(other, ACCOMPLICE)));
    await secondPanel(game, work, () => undefined);
    await conclude(game, work);
  },
};

/** Sees reservations before they stand in a block, and orders the transactions. */
export const flightWatcher: Adversary = {
  name: "copycat of reservations in flight",
  tries: `reserves all of ${OPEN_SCORES} open scores in front of a reservation, and is first where it is challenged`,
  stoppedBy: "a deposit lost for each open score but one; a challenger who does not send by the public pool",
  async play(game) {
    const { stage } = game;
    const work = await overrated(game);
    if (game.levelOf(work) < MARGIN) return;
    const [honest, copy] = [claimOf(work, CHALLENGER), claimOf(work, ACCOMPLICE)];
    for (const other of others(work))
      await stage.must(moves.reserve(stage, ACCOMPLICE, claimOf(other, ACCOMPLICE)));
    await stage.must(moves.reserve(stage, ACCOMPLICE, copy));
    await stage.must(moves.reserve(stage, CHALLENGER, honest));
    await ripen(game);
    await stage.must(moves.challenge(stage, ACCOMPLICE, copy));
    const answer = await stage.perform(moves.challenge(stage, CHALLENGER, honest));
    game.forbid(answer !== "Disputes_AlreadyChallenged", "a work was challenged twice");
    await stage.must(moves.release(stage, CHALLENGER, honest));
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
