import { Game, type Setting, type Wealth } from "./game.ts";
import type { Stage } from "./stage.ts";

/** A program that tries to gain, or to harm. Nothing binds it but the contracts. */
export interface Adversary {
  readonly name: string;
  /** What it tries, in a few words. */
  readonly tries: string;
  /** What keeps it from gaining. */
  readonly stoppedBy: string;
  /** Whether this is a gain that no rule prevents: it is measured, and stated in SECURITY.md. */
  readonly unprevented?: true;
  /** By how many levels honest readings err, if not by as many as usual. */
  readonly noise?: number;
  play(game: Game): Promise<void>;
}

export interface Outcome extends Wealth {
  /** What must never happen, and did. */
  readonly harms: readonly string[];
  /** Votes that were told to hostile judges, each of which may have been paid a stipend beside. */
  readonly told: number;
}

/** Plays once. On a stage with contracts everything is compared at the end. */
export async function play(stage: Stage, adversary: Adversary, setting: Setting): Promise<Outcome> {
  const game = new Game(stage, setting);
  await game.begin();
  await adversary.play(game);
  await stage.compare();
  return { ...game.profit(), harms: game.harms, told: game.told };
}
