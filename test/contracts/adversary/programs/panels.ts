import { constants, Direction, model, Phase } from "@azora/sdk";
import { ACCOMPLICE, KEEPER, WATCHED } from "../game.ts";
import {
  challenge,
  commitAll,
  conclude,
  draw,
  holdsMajority,
  judge,
  live,
  panelOf,
  proveAbsences,
  revealAll,
  roundOf,
  secondPanel,
  type Tactic,
  takeover,
  watch,
} from "../judging.ts";
import { moves } from "../moves.ts";
import type { Adversary } from "../play.ts";

const HIGH = 10;
const UNWATCHED = Number(WATCHED) - 1;
const WORTHLESS = 0;

/** A worthless work of their own, which they lift when the first panel is theirs. */
export const ring: Adversary = {
  name: "collusion ring",
  tries: `has a worthless work scored ${HIGH} when its judges hold the first panel`,
  stoppedBy: "the second panel of 15, without the first one's judges; proveOutlier",
  async play(game) {
    await live(game, await game.register(WORTHLESS), takeover(HIGH));
  },
};

export const quietRing: Adversary = {
  name: "collusion ring below the watch",
  tries: `the same with level ${UNWATCHED}, which the challenger does not read`,
  stoppedBy: "the odds of a majority on a panel of 7, against the registration bond",
  async play(game) {
    await live(game, await game.register(WORTHLESS), takeover(UNWATCHED));
  },
};

/** Spends the one challenge of its opening on a hopeless one of its own. */
export const shieldedRing: Adversary = {
  name: "collusion ring behind a challenge of its own",
  tries: "lifts a worthless work to 8, then challenges it upward itself, so that nobody else can",
  stoppedBy: "the bond of an upward challenge, which grows with the points that it could win",
  async play(game) {
    const work = await game.register(WORTHLESS);
    const tactic = takeover(Number(WATCHED));
    await judge(game, work, tactic);
    if (game.phaseOf(work) === Phase.Scored && game.levelOf(work) === WATCHED) {
      await challenge(game, work, ACCOMPLICE, Direction.Up);
      await secondPanel(game, work, tactic);
    }
    await conclude(game, work);
  },
};

const SILENT = 3;
const FULL = constants.ValidatorRegistry.FULL_BENCH;

/** Silent where silence forces a redraw and the panel is not theirs, in the hope of a better one. */
export const abstainer: Adversary = {
  name: "abstainer",
  tries: "stays silent on panels that it does not hold, to have a worthless work drawn again and again",
  stoppedBy: "one redraw an opening; proveAbsence",
  async play(game) {
    const work = await game.register(WORTHLESS);
    const tactic: Tactic = (view) => {
      if (holdsMajority(view) || view.panel === 2) return HIGH;
      return view.held >= SILENT ? "absent" : undefined;
    };
    await live(game, work, tactic);
    for (const round of game.workOf(work).rounds.keys()) await proveAbsences(game, work, round);
  },
};

/** What a proposer gives up with its block: the reward, and the payments for its place. */
const BLOCK = 50_000_000_000_000_000n;

export const grinder: Adversary = {
  name: "seed grinder",
  tries: "proposes as many blocks as it has seats, and gives up the draw block where its randomness is bad",
  stoppedBy: "one fixed block a draw: a lost one gives one more chance and costs its rewards",
  async play(game) {
    const work = await game.register(WORTHLESS);
    const { stage, state } = game;
    const { armedAt } = game.workOf(work);
    const { drawBlock } = model.protocol.drawBlocks(state, game.workOf(work));
    const isProposer = game.random().chance(game.setting.share);
    const holds = (): boolean => {
      const seats = model.protocol.seatCountAt(state, armedAt);
      const size = model.panelSize(model.protocol.ruleOf(state, "PanelLimit"), seats);
      const seed = model.panelSeed(stage.randaoOf(drawBlock), work.node, 1);
      const panel = model.drawPanel(seed, size, seats);
      const judges = panel.map((seat) => model.protocol.holderAt(state, seat, armedAt));
      return (
        2 * judges.filter((judge) => judge !== undefined && game.hostile.has(judge)).length > panel.length
      );
    };
    if (isProposer && !holds()) {
      stage.loseBlock(drawBlock);
      game.deduct({ ether: BLOCK });
    }
    await live(game, work, takeover(UNWATCHED));
  },
};

export const copycatCommitter: Adversary = {
  name: "copycat committer",
  tries: "commits what an honest judge has committed, to open it with that judge's salt",
  stoppedBy: "the judge's address in its commitment; proveAbsence",
  async play(game) {
    const { stage } = game;
    const work = await game.registerHonestly(game.random().below(11));
    await draw(game, work);
    const ballots = await commitAll(game, work, () => "absent");
    const { round } = game.workOf(work);
    const [example] = ballots;
    // All of the panel is hostile: there is nobody to copy.
    if (example === undefined) return;
    const word = roundOf(game, work).ballots.get(example.validator);
    const copies = [...panelOf(game, work).entries()].filter(([, judge]) => game.hostile.has(judge));
    for (const [position, judge] of copies)
      await stage.must(moves.commit(stage, judge, work.node, position, word ?? "0x"));
    stage.passTo(roundOf(game, work).commitEnd);
    await revealAll(game, work, ballots);
    for (const [, validator] of copies) {
      const copy = moves.reveal(stage, validator, work.node, { ...example, validator }, work.attribution);
      game.forbid((await stage.perform(copy)) === undefined, "a copied commitment was opened");
    }
    stage.passTo(roundOf(game, work).revealEnd);
    await stage.must(moves.score(stage, KEEPER, work.node));
    await proveAbsences(game, work, round);
  },
};

export const leaker: Adversary = {
  name: "leaker",
  tries: "shows its sealed votes to an accomplice, who proves the leak for the reward",
  stoppedBy: "proveLeak: it costs more than its prover gets, and voids the vote",
  async play(game) {
    const { stage } = game;
    const work = await game.registerHonestly(game.random().below(11));
    await draw(game, work);
    const ballots = await commitAll(game, work, () => undefined);
    const leaked = ballots.filter(({ validator }) => game.hostile.has(validator));
    for (const ballot of leaked) {
      await stage.must(moves.proveLeak(stage, ACCOMPLICE, work.node, ballot));
      const twice = await stage.perform(moves.proveLeak(stage, ACCOMPLICE, work.node, ballot));
      game.forbid(twice === undefined, "one leak was paid twice");
    }
    stage.passTo(roundOf(game, work).commitEnd);
    const sealed = ballots.filter(({ validator }) => !game.hostile.has(validator));
    await revealAll(game, work, sealed);
    for (const ballot of leaked) {
      const late = moves.reveal(stage, ACCOMPLICE, work.node, ballot, work.attribution);
      game.forbid((await stage.perform(late)) === undefined, "a leaked vote was counted");
    }
  },
};

export const entrencher: Adversary = {
  name: "seat entrencher",
  tries: "gives up its seats as soon as it has lifted a worthless work, to save the bonds and to sit again",
  stoppedBy: "bonds stay locked for the longest duty; a return below 22 seats only",
  async play(game) {
    const { stage } = game;
    const work = await game.register(WORTHLESS);
    const tactic = takeover(HIGH);
    await judge(game, work, tactic);
    for (const seat of game.hostile) await stage.must(moves.exit(stage, seat));
    await watch(game, work, tactic);
    for (const seat of game.hostile) {
      const early = await stage.perform(moves.withdrawBond(stage, seat));
      game.forbid(early === undefined, "a bond left before its duty was over");
      const back = await stage.perform(moves.enter(stage, seat));
      game.forbid(
        back === undefined && game.state.seats.bench.length > FULL,
        "a seat was taken back at will",
      );
    }
    await conclude(game, work);
  },
};
