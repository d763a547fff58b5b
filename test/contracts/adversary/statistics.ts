import { Rule } from "@azora/sdk";
import { modelStage } from "./beginning.ts";
import type { Setting } from "./game.ts";
import { type Adversary, type Outcome, play } from "./play.ts";

/**
 * What an AZR is worth, in ETH. The main network's rules set a seat's bond at 1 ETH, "more than a false vote can bring at the
 * price cap": 512 points at 100 AZR, nine tenths of them, are worth less than that up to this price.
 */
export const AZR_IN_ETH = 0.000_02;
/** In levels: neighbours on the rubric are often mixed up, and two apart seldom. */
export const NOISE = 1;
export const SHARES = [0, 0.1, 0.2, 0.33];
/** The share at which nobody may profit. */
export const PROMISED = 0.2;
/** Where the smallest share with a profit is looked for, beyond {@link SHARES}. */
export const BEYOND = [0.4, 0.5, 0.6];
export const WEI = 1e18;
/** Rules count AZR in millionths. */
const MICRO = 1e6;
/** Of a normal distribution: 95% lie within so many standard errors. */
const CONFIDENCE = 1.96;

/** So many of the first seeds are summed up exactly, for a test to repeat. */
export const REPEATED = 50;

/** Of many plays, in ETH and AZR a play. */
export interface Sample {
  readonly share: number;
  readonly plays: number;
  readonly ether: number;
  readonly azr: number;
  /** At {@link AZR_IN_ETH}, in ETH. */
  readonly profit: number;
  /** The standard error of the profit. */
  readonly error: number;
  /** What the first {@link REPEATED} seeds brought together, in wei. */
  readonly first: { readonly ether: string; readonly azr: string };
  readonly harms: readonly string[];
}

/** The model's outcomes of the first seeds. */
export async function playMany(adversary: Adversary, share: number, seeds: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let seed = 0; seed < seeds; seed += 1)
    outcomes.push(await play(modelStage(seed), adversary, settingOf(adversary, share)));
  return outcomes;
}

export const settingOf = ({ noise = NOISE }: Adversary, share: number): Setting => ({
  share,
  noise,
  watched: true,
});

export function sampleOf(share: number, outcomes: readonly Outcome[]): Sample {
  const profits = outcomes.map(({ ether, azr }) => inEther(ether) + AZR_IN_ETH * inEther(azr));
  const profit = mean(profits);
  const first = outcomes.slice(0, REPEATED);
  return {
    share,
    plays: outcomes.length,
    ether: mean(outcomes.map(({ ether }) => inEther(ether))),
    azr: mean(outcomes.map(({ azr }) => inEther(azr))),
    profit,
    error: errorOf(profits),
    first: {
      ether: `${first.reduce((sum, { ether }) => sum + ether, 0n)}`,
      azr: `${first.reduce((sum, { azr }) => sum + azr, 0n)}`,
    },
    harms: [...new Set(outcomes.flatMap(({ harms }) => harms))],
  };
}

const inEther = (wei: bigint): number => Number(wei) / WEI;
/** The standard error of the mean. */
function errorOf(numbers: readonly number[]): number {
  if (numbers.length < 2) return 0;
  const middle = mean(numbers);
  const squares = numbers.reduce((sum, each) => sum + (each - middle) ** 2, 0);
  return Math.sqrt(squares / (numbers.length - 1) / numbers.length);
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** As much as it may gain, with a confidence of 97.5%. */
export const upperBound = ({ profit, error }: Sample): number => profit + CONFIDENCE * error;

/**
 * As much as stipends for votes that were told may add to a try, in ETH, with the same confidence: as if each were counted, and
 * the fund could always pay.
 */
export function mostStipends(outcomes: readonly Outcome[]): number {
  const { rules } = modelStage(0).state.start;
  const stipend = Number(rules[Rule.ReviewStipend]?.value ?? 0n) / MICRO;
  const votes = outcomes.map(({ told }) => told);
  return (mean(votes) + CONFIDENCE * errorOf(votes)) * stipend * AZR_IN_ETH;
}

/** The price of an AZR in ETH from which on it would gain; nothing where it gains at none, 0 where it gains at any. */
export function breakEvenPrice({ ether, azr }: Sample): number | undefined {
  if (azr <= 0) return ether > 0 ? 0 : undefined;
  return ether >= 0 ? 0 : -ether / azr;
}

/** One adversary at every share. */
export interface Row {
  readonly name: string;
  readonly stoppedBy: string;
  /** Whether this is a gain that no rule prevents. */
  readonly unprevented: boolean;
  readonly samples: readonly Sample[];
}

/** @param seeds Of each share; where the shares of the table show no gain, a quarter of them go on to look for one. */
export async function measure(adversary: Adversary, seeds: number): Promise<Row> {
  const { name, stoppedBy, unprevented = false } = adversary;
  const samples: Sample[] = [];
  for (const share of [...SHARES, ...BEYOND]) {
    if (share > Math.max(...SHARES) && breakEvenShare({ samples }) !== undefined) break;
    const plays = share > Math.max(...SHARES) ? Math.ceil(seeds / 4) : seeds;
    samples.push(sampleOf(share, await playMany(adversary, share, plays)));
  }
  return { name, stoppedBy, unprevented, samples };
}

/** The smallest share at which the expected profit is above 0, of those that were tried. */
export const breakEvenShare = ({ samples }: Pick<Row, "samples">): number | undefined =>
  samples.find(({ profit }) => profit > 0)?.share;

export const sampleAt = ({ samples }: Row, share: number): Sample => {
  const found = samples.find((each) => each.share === share);
  if (found === undefined) throw new RangeError(`The share ${share} was not tried.`);
  return found;
};
