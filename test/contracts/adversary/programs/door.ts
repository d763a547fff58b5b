import { Rule } from "@azora/sdk";
import { numberToHex } from "viem";
import { HIGHEST, soleShare, THIEF, WORKER, type Work } from "../game.ts";
import { concludeAll, HONEST, judgeAll } from "../judging.ts";
import { moves } from "../moves.ts";
import type { Adversary } from "../play.ts";

/** In micro-AZR: so little that a few good works earn a seat. */
const CHEAP = 1_000_000n;
const WORKS = 2;
const EPOCHS = 4;
const WHY = numberToHex(7, { size: 32 });

export const doorkeeper: Adversary = {
  name: "seat entrencher at the door",
  tries: "has earned a seat, takes the only admission of each epoch before anybody else, and leaves at once",
  stoppedBy: "nothing but the bonds that it has locked, four or five at a time: a harm without a gain",
  unprevented: true,
  async play(game) {
    const { stage, state } = game;
    await stage.must(moves.amend(stage, Rule.PointPriceCap, CHEAP, WHY));
    await stage.must(moves.amend(stage, Rule.SeatThreshold, 512n * CHEAP, WHY));
    const works: Work[] = [];
    for (let count = 0; count < WORKS; count += 1) {
      works.push(await game.register(HIGHEST, { from: THIEF, shares: soleShare(THIEF) }));
      works.push(await game.registerHonestly(HIGHEST));
    }
    await judgeAll(game, works, HONEST);
    await concludeAll(game, works);
    game.mark();
    for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
      const elapsed = stage.next - state.start.genesisTime;
      stage.passTo(stage.next + state.start.epochLength - (elapsed % state.start.epochLength));
      // Where errors have left one of them short of a seat, there is nothing to play.
      if ((await stage.perform(moves.enter(stage, THIEF))) !== undefined) return;
      await stage.must(moves.exit(stage, THIEF));
      const refusal = await stage.perform(moves.enter(stage, WORKER));
      game.forbid(refusal === undefined, "somebody got in all the same, so this is no harm any more");
    }
  },
};
