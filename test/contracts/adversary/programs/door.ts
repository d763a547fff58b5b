import { constants, Rule } from "@azora/sdk";
import { numberToHex } from "viem";
import { type Game, HIGHEST, soleShare, THIEF, WORKER, type Work } from "../game.ts";
import { concludeAll, HONEST, judgeAll } from "../judging.ts";
import { moves } from "../moves.ts";
import type { Adversary } from "../play.ts";

/** In micro-AZR: so little that a few good works earn a seat. */
const CHEAP = 1_000_000n;
const WORKS = 2;
/** Longer than a bond is locked by more than the turns that one account can take. */
const EPOCHS = 8;
const WHY = numberToHex(7, { size: 32 });

export const doorkeeper: Adversary = {
  name: "seat entrencher at the door",
  tries: "has earned a seat, takes the only admission of an epoch before anybody else, and leaves at once",
  stoppedBy: "newcomers come first: who sat before waits for its bond and for the last seventh of an epoch",
  async play(game) {
    const { stage } = game;
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
    // Where errors have left one of them short of a seat, there is nothing to play.
    const needed = 512n * CHEAP * 10n ** 12n;
    if (game.earnedOf(THIEF) < needed || game.earnedOf(WORKER) < needed) return;
    await holdOutNewcomer(game);
    await holdOutReturner(game);
  },
};

/** Both have earned a seat, and the entrencher is always the quicker. The honest one takes a break as soon as it is in. */
async function holdOutNewcomer(game: Game): Promise<void> {
  const { stage } = game;
  let epochs = 0;
  do {
    passToTurn(game, "newcomers");
    await slipIn(game);
    epochs += 1;
    game.forbid(epochs > 2, "a newcomer was held out for more than an epoch");
  } while ((await stage.perform(moves.enter(stage, WORKER))) !== undefined && epochs < EPOCHS);
  await stage.perform(moves.exit(stage, WORKER));
}

/** The entrencher waits until the honest one can come back, and takes its turns. */
async function holdOutReturner(game: Game): Promise<void> {
  const { stage, state } = game;
  const unlocksAt = state.seats.stints.get(WORKER)?.at(-1)?.unlocksAt ?? 0n;
  stage.passTo(unlocksAt);
  let turns = 0;
  do {
    passToTurn(game, "returners");
    await slipIn(game);
    turns += 1;
    game.forbid(turns > 2, "a judge who comes back was held out for more than one turn");
  } while ((await stage.perform(moves.enter(stage, WORKER))) !== undefined && turns < EPOCHS);
}

/** Takes a seat if it can, and gives it up at once. */
async function slipIn({ stage }: Game): Promise<void> {
  if ((await stage.perform(moves.enter(stage, THIEF))) === undefined)
    await stage.must(moves.exit(stage, THIEF));
}

/** To the first second of the next turn in which those can be admitted. */
function passToTurn({ stage, state }: Game, whose: "newcomers" | "returners"): void {
  const { genesisTime, epochLength } = state.start;
  const last = epochLength / BigInt(constants.ValidatorRegistry.RETURNS_PART);
  const offset = whose === "newcomers" ? 0n : epochLength - last;
  const elapsed = stage.next - genesisTime - offset;
  stage.passTo(stage.next + epochLength - (elapsed % epochLength));
}
