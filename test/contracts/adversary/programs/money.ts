import { accountNode, constants, model, Rule, type Share } from "@azora/sdk";
import { type Address, numberToHex } from "viem";
import { CROWD, type Game, HIGHEST, THIEF, type Work } from "../game.ts";
import { concludeAll, finalize, HONEST, judgeAll, live } from "../judging.ts";
import { moves } from "../moves.ts";
import type { Adversary } from "../play.ts";

const m = model.protocol;
const { TOTAL } = constants.Flow;
const CYCLES = 20;

/** Settles a work of the coalition's own, honestly; what comes before counts as no gain. */
async function settleOwn(game: Game, shares: Share[]): Promise<Work | undefined> {
  const work = await game.register(4, { shares });
  await live(game, work, HONEST);
  return game.isSettled(work) ? work : undefined;
}

export const selfDealer: Adversary = {
  name: "self-dealer",
  tries: `rewards its own work with all the AZR that it can get, withdraws it, and again, ${CYCLES} times`,
  stoppedBy: "the tenth of each reward; only what was newly minted counts as earned",
  async play(game) {
    const { stage, state } = game;
    const work = await settleOwn(game, [{ node: accountNode(THIEF), weight: TOTAL }]);
    game.mark();
    if (work === undefined) return;
    await stage.must(moves.withdrawAzr(stage, THIEF));
    await stage.must(moves.approve(stage, THIEF));
    const votes = m.votesOf(state, THIEF);
    const earned = game.earnedOf(THIEF);
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const all = m.heldBy(state, stage.addresses.azoraToken, THIEF);
      // A loan would only make the amount larger, and with it the tenth that is lost.
      await stage.must(moves.reward(stage, THIEF, work, all));
      await stage.must(moves.withdrawAzr(stage, THIEF));
    }
    game.forbid(m.votesOf(state, THIEF) !== votes, "rewards to oneself brought Voice");
    game.forbid(game.earnedOf(THIEF) !== earned, "rewards to oneself counted as earned");
  },
};

const DUST = 20;
const REWARDS = 12;

/** Weights that leave remainders everywhere. */
function oddShares(game: Game, accounts: readonly Address[]): Share[] {
  const random = game.random();
  let left = TOTAL;
  return accounts.map((account, index) => {
    const isLast = index === accounts.length - 1;
    const weight = isLast ? left : 10_001 + random.below(200_000);
    left -= weight;
    return { node: accountNode(account), weight };
  });
}

export const dustCollector: Adversary = {
  name: "dust collector",
  tries: `rewards its own work with ${DUST} wei or less at a time, to live on what rounding leaves`,
  stoppedBy: "cumulative weights: what all get together is exactly the pot",
  async play(game) {
    const { stage, state } = game;
    const crowd = CROWD.slice(0, 4);
    const work = await settleOwn(game, oddShares(game, [THIEF, ...crowd]));
    game.mark();
    if (work === undefined) return;
    await stage.must(moves.withdrawAzr(stage, THIEF));
    await stage.must(moves.approve(stage, THIEF));
    const random = game.random();
    for (let count = 0; count < REWARDS; count += 1)
      await stage.must(moves.reward(stage, THIEF, work, BigInt(1 + random.below(DUST))));
    let booked = 0n;
    for (const [, { amount }] of state.pots) booked += amount;
    const owned = m.heldBy(state, stage.addresses.azoraToken, stage.addresses.rewardLedger);
    game.forbid(booked !== owned, "the ledger owes other than it has");
  },
};

const CROWDED = 2;
const OWN_LEVEL = 8;
/** In micro-AZR: so many that the budget of an epoch is shared out already among a few works. */
const DEAR = 1_000_000_000n;
const WHY = numberToHex(7, { size: 32 });

export const timer: Adversary = {
  name: "epoch-boundary timer",
  tries: "has its work finalized only after a crowded epoch is sealed, to be paid by an emptier one",
  stoppedBy: "the lower of the two rates for whatever comes late",
  async play(game) {
    const { stage, state } = game;
    for (const [rule, value] of [
      [Rule.SeatThreshold, 512n * DEAR],
      [Rule.PointPriceCap, DEAR],
    ] as const)
      await stage.must(moves.amend(stage, rule, value, WHY));
    const own = await game.register(OWN_LEVEL);
    const others: Work[] = [];
    for (let count = 0; count < CROWDED; count += 1) others.push(await game.registerHonestly(HIGHEST));
    await judgeAll(game, [own, ...others], HONEST);
    for (const work of others) if (game.isScored(work)) await finalize(game, work);
    if (!game.isScored(own)) return;
    const due = m.epochAt(state, m.challengeEndOf(state, game.workOf(own)));
    const points = model.points(game.levelOf(own));
    const inTime = model.rate(due, m.epochOf(state, due).points + points, DEAR * MICRO);
    // Any time from the last moment to join the crowded epoch to a few epochs on.
    const epochs = BigInt(game.random().below(4));
    stage.passTo(m.sealableAt(state, due) - 1n + epochs * state.start.epochLength);
    await concludeAll(game, [own, ...others]);
    // Finalized with the others, it would have lowered their rate and its own.
    game.deduct({ azr: model.split(points * inTime).people });
  },
};
const MICRO = constants.RulesLib.MICRO_AZR_TO_WEI;

/** In epochs. */
const TENURE = 10;

export const drainer: Adversary = {
  name: "treasury drainer",
  tries: "asks the fund for grants, for more than its cap, and for stipends of votes that were not counted",
  stoppedBy: "grants through the timelock alone; the cap; a stipend for a counted vote, once",
  async play(game) {
    const { stage, state } = game;
    const { azoraToken, citadelFund, timelock } = stage.addresses;
    const work = await game.registerHonestly(6);
    await live(game, work, HONEST);
    game.mark();
    const all = m.heldBy(state, azoraToken, citadelFund);
    if (all === 0n) return;
    const asked = 1n + (all * BigInt(1 + game.random().below(1_000))) / 1_000n;
    const bare = await stage.perform(moves.grant(stage, THIEF, azoraToken, THIEF, asked));
    game.forbid(bare === undefined, "the fund granted without the timelock");
    const claim = { contribution: work.node, round: 1, validator: THIEF };
    const stipend = await stage.perform(moves.claimStipends(stage, THIEF, [claim]));
    game.forbid(stipend === undefined, "the fund paid for a vote that nobody cast");
    stage.passTo(stage.next + state.start.epochLength);
    const tooMuch = all / 50n + 1n;
    const greedy = await stage.perform(moves.grant(stage, timelock, azoraToken, THIEF, tooMuch));
    game.forbid(greedy === undefined, "the fund granted beyond its cap");
  },
};

export const capturedTimelock: Adversary = {
  name: "treasury drainer with the timelock",
  tries: `grants itself the cap of ${TENURE} epochs`,
  stoppedBy: "nothing but the cap, 1% of the fund an epoch: that is what the timelock is for",
  unprevented: true,
  async play(game) {
    const { stage, state } = game;
    const { azoraToken, citadelFund, timelock } = stage.addresses;
    await live(game, await game.registerHonestly(6), HONEST);
    game.mark();
    const all = m.heldBy(state, azoraToken, citadelFund);
    if (all === 0n) return;
    for (let epoch = 0; epoch < TENURE; epoch += 1) {
      stage.passTo(stage.next + state.start.epochLength);
      const left = m.grantLeft(state, m.presentBook(state, { timestamp: stage.next }, azoraToken));
      await stage.must(moves.grant(stage, timelock, azoraToken, THIEF, left));
    }
    const gone = all - m.heldBy(state, azoraToken, citadelFund);
    game.forbid(gone * 100n > all * BigInt(TENURE), "the fund lost more than a hundredth an epoch");
  },
};
