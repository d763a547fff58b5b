import { accountNode, constants, type Share } from "@azora/sdk";
import type { Address } from "viem";
import { type Game, soleShare, THIEF, WATCHED, WORKER, type Work } from "../game.ts";
import { concludeAll, judgeAll, live, type Tactic, takeover, watch } from "../judging.ts";
import type { Adversary } from "../play.ts";

const { TOTAL } = constants.Flow;
const PARTY = constants.AttributionRegistry.PARTY_WEIGHT;
const HIGH = 10;
const WORTHLESS = 0;

/** Shares for some accounts, the rest for the thief. */
function sharesOf(accounts: readonly Address[], weight: number): Share[] {
  const shares = accounts.map((account) => ({ node: accountNode(account), weight }));
  const rest = TOTAL - weight * shares.length;
  return [...shares, { node: accountNode(THIEF), weight: rest }];
}

const POISONED = 8;

export const poisoner: Adversary = {
  name: "poisoner of attributions",
  tries: `credits ${POISONED} honest judges with 5% each, so that they may not vote, and lifts a worthless work to ${HIGH}`,
  stoppedBy: "the quorum of two thirds of the whole panel; the second panel; what it gives away",
  async play(game) {
    const honest = game.state.start.named.filter((judge) => !game.hostile.has(judge));
    const shares = sharesOf(honest.slice(0, POISONED), PARTY);
    await live(game, await game.register(WORTHLESS, { shares }), takeover(HIGH));
  },
};

export const sybil: Adversary = {
  name: "sybil contributor",
  tries: "credits its own judges just below 5% each, so that they may vote on their own worthless work",
  stoppedBy: "the second panel: they are as few as under any other name",
  async play(game) {
    const shares = sharesOf([...game.hostile], PARTY - 1);
    await live(game, await game.register(WORTHLESS, { shares }), takeover(HIGH));
  },
};

export const squatter: Adversary = {
  name: "squatter",
  tries: "registers somebody else's evidence first, with itself as the contributor",
  stoppedBy: "the registrant in the node and in the manifest: a copy is worthless and blocks nobody",
  async play(game) {
    const evidence = game.newEvidence();
    const truth = 2 + game.random().below(8);
    // Honest judges see in the manifest that somebody else registered it.
    const copy = await game.register(WORTHLESS, { evidence });
    const work = await game.register(truth, { evidence, from: WORKER, shares: soleShare(WORKER) });
    const lift: Tactic = (view) => (view.work === copy ? truth : undefined);
    await judgeAll(game, [copy, work], lift);
    await concludeAll(game, [copy, work]);
    game.forbid(
      game.levelOf(work) > 0n && game.creditOf(WORKER) === 0n,
      "the squatter took an honest work's payment",
    );
  },
};

const FLOOD = 6;

export const flooder: Adversary = {
  name: "flooder",
  tries: `registers ${FLOOD} worthless works at once, which its judges on every panel call good`,
  stoppedBy: "the registration bond, lost at level 0, and doubled by open duties",
  async play(game) {
    const works: Work[] = [];
    for (let count = 0; count < FLOOD; count += 1) works.push(await game.register(WORTHLESS));
    await judgeAll(game, works, () => Number(WATCHED) - 1);
    await concludeAll(game, works);
  },
};

const TRUE_LEVEL = 4;

/** Lets a work live under a tactic, and takes from its gain what the same work of somebody honest gets beside it. */
async function againstTwin(game: Game, truth: number, tactic: Tactic): Promise<void> {
  const work = await game.register(truth);
  const twin = await game.registerHonestly(truth);
  await judgeAll(game, [work, twin], (view, judge) => (view.work === work ? tactic(view, judge) : undefined));
  await watch(game, work, tactic);
  await concludeAll(game, [work, twin]);
  game.deduct({ azr: game.creditOf(WORKER) });
}

export const shader: Adversary = {
  name: "one-level shading",
  tries: `votes one level above the truth for its own works of level ${TRUE_LEVEL}`,
  stoppedBy: "nothing: judges of good will differ by as much",
  unprevented: true,
  async play(game) {
    await againstTwin(game, TRUE_LEVEL, () => TRUE_LEVEL + 1);
  },
};

export const realRing: Adversary = {
  name: "ring with a real work below the watch",
  tries: `lifts its own works of level ${TRUE_LEVEL} to ${WATCHED - 1n} when its judges hold the panel`,
  stoppedBy: "nothing below the level that somebody watches, but the odds of a majority",
  unprevented: true,
  async play(game) {
    await againstTwin(game, TRUE_LEVEL, takeover(Number(WATCHED) - 1));
  },
};
