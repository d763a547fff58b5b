import { type Attribution, accountNode, constants, model, Phase, type Share, sortShares } from "@azora/sdk";
import { practicePerson } from "@azora/sdk/practice";
import { type Address, type Hex, keccak256, toHex } from "viem";
import { type Random, randomOf } from "../../support/lockstep/random.ts";
import { moves } from "./moves.ts";
import type { Stage } from "./stage.ts";

const m = model.protocol;

/** Under which circumstances an adversary plays. */
export interface Setting {
  /** The part of the seats that is hostile, 0 to 1. */
  readonly share: number;
  /** The standard deviation of an honest reading, in levels. */
  readonly noise: number;
  /** Whether somebody honest watches every score of {@link WATCHED} or more. */
  readonly watched: boolean;
}

/** From this level on the honest challenger reads the work itself. */
export const WATCHED = 8n;
/** A challenge can win from here on. */
export const MARGIN = 2n;
export const HIGHEST = constants.HistogramLib.LEVELS - 1;

/** A work with the level that it is worth, which nobody but the game knows. */
export interface Work {
  readonly node: Hex;
  readonly attribution: Attribution;
  readonly truth: number;
}

const PEOPLE = Array.from({ length: 12 }, (_, index) => practicePerson(index).address);
const person = (index: number): Address => {
  const found = PEOPLE[index];
  if (found === undefined) throw new RangeError(`There is no person ${index}.`);
  return found;
};

/** Earns for the coalition, registers for it, proves and challenges for it; none of them sits. */
export const THIEF = person(0);
export const REGISTRANT = person(1);
export const ACCOMPLICE = person(2);
/** Honest people: one who works, one who watches scores, one who moves things on. */
export const WORKER = person(3);
export const CHALLENGER = person(4);
export const KEEPER = person(5);
/** More accounts of the coalition. */
export const CROWD = PEOPLE.slice(6);

/** One play of one adversary: the stage with its seats taken, and who is hostile. */
export class Game {
  readonly stage: Stage;
  readonly setting: Setting;
  readonly hostile: ReadonlySet<Address>;
  /** What must never happen, and did. */
  readonly harms: string[] = [];
  /** Votes that the coalition told its judges to cast, whether they were counted or not. */
  told = 0;
  /** Who is a party to which work: asked often, and the same as long as no identity is linked. */
  readonly parties = new Map<string, boolean>();
  private stream = 0;
  private registered = 0;
  private base: Wealth | undefined;
  private readonly coalition: readonly Address[];

  constructor(stage: Stage, setting: Setting) {
    this.stage = stage;
    this.setting = setting;
    const { named } = stage.state.start;
    this.hostile = new Set(named.slice(0, Math.floor(named.length * setting.share)));
    this.coalition = [...this.hostile, THIEF, REGISTRANT, ACCOMPLICE, ...CROWD];
  }

  get state() {
    return this.stage.state;
  }

  /** A stream of choices of its own, by the order in which they are asked for. */
  random(): Random {
    this.stream += 1;
    return randomOf(this.stage.seed, this.stream);
  }

  /** Everybody who was named takes a seat. */
  async begin(): Promise<void> {
    for (const judge of this.state.start.named) await this.stage.must(moves.enter(this.stage, judge));
    this.mark();
  }

  /** What was gained so far was honest: profit counts from here on. */
  mark(): void {
    this.told = 0;
    this.base = wealthOf(this.stage, this.coalition);
  }

  /** Lowers the profit by what honest play would have brought as well, or by a cost outside the protocol. */
  deduct({ ether = 0n, azr = 0n }: Partial<Wealth>): void {
    const { base } = this;
    this.base = { ether: (base?.ether ?? 0n) + ether, azr: (base?.azr ?? 0n) + azr };
  }

  /** What the coalition has more than before. */
  profit(): Wealth {
    const { ether, azr } = wealthOf(this.stage, this.coalition);
    return { ether: ether - (this.base?.ether ?? 0n), azr: azr - (this.base?.azr ?? 0n) };
  }

  /** Notes a harm, if there is one. */
  forbid(isHarmed: boolean, what: string): void {
    if (isHarmed) this.harms.push(what);
  }

  /** What an honest reader takes a work to be worth. */
  read(truth: number): number {
    const level = Math.round(truth + this.setting.noise * gauss(this.random()));
    return Math.min(Math.max(level, 0), HIGHEST);
  }

  /** Registers a work that is worth a level. Its shares go to the thief unless said. */
  async register(
    truth: number,
    { from = REGISTRANT, shares = soleShare(THIEF), evidence = this.newEvidence() } = {},
  ): Promise<Work> {
    const attribution = { contributors: sortShares(shares), upstream: [] };
    await this.stage.must(moves.register(this.stage, from, evidence, attribution));
    const node = [...this.state.works.keys()].at(-1);
    if (node === undefined) throw new Error("Nothing was registered.");
    return { node, attribution, truth };
  }

  /** A work of somebody honest. */
  registerHonestly(truth: number): Promise<Work> {
    return this.register(truth, { from: WORKER, shares: soleShare(WORKER) });
  }

  newEvidence(): Hex {
    this.registered += 1;
    return keccak256(toHex(`evidence ${this.registered}`));
  }

  /** The AZR that an account can withdraw, in wei. */
  creditOf(account: Address): bigint {
    return m.potOf(this.state, this.stage.addresses.azoraToken, accountNode(account)).amount;
  }

  /** What of it was ever newly minted for the account. */
  earnedOf(account: Address): bigint {
    return m.potOf(this.state, this.stage.addresses.azoraToken, accountNode(account)).minted;
  }

  isScored(work: Work): boolean {
    return this.phaseOf(work) === Phase.Scored;
  }

  isSettled(work: Work): boolean {
    return this.phaseOf(work) === Phase.Settled;
  }

  phaseOf({ node }: Work): Phase {
    return this.state.works.get(node)?.phase ?? Phase.None;
  }

  levelOf({ node }: Work): bigint {
    return this.state.works.get(node)?.level ?? 0n;
  }

  workOf({ node }: Work): model.protocol.WorkState {
    const work = this.state.works.get(node);
    if (work === undefined) throw new Error(`${node} was never registered.`);
    return work;
  }
}

export const soleShare = (account: Address): Share[] => [
  { node: accountNode(account), weight: constants.Flow.TOTAL },
];

/** A number of the standard normal distribution, by Box and Muller. */
function gauss(random: Random): number {
  const FINE = 2 ** 30;
  const [u, v] = [(1 + random.below(FINE)) / FINE, random.below(FINE) / FINE];
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}

/** What accounts have: ETH in bonds and credits less what they paid, and AZR credited or held. In wei. */
export interface Wealth {
  readonly ether: bigint;
  readonly azr: bigint;
}

const HOLDERS = ["attributionRegistry", "validatorRegistry", "disputes"] as const;

export function wealthOf({ state, paid, addresses }: Stage, accounts: Iterable<Address>): Wealth {
  let ether = 0n;
  let azr = 0n;
  for (const account of accounts) {
    ether -= paid.get(account) ?? 0n;
    for (const holder of HOLDERS) ether += m.etherOwedBy(state, holder, account);
    for (const { bond } of state.seats.stints.get(account) ?? []) ether += bond;
    azr += m.potOf(state, addresses.azoraToken, accountNode(account)).amount;
    azr += m.heldBy(state, addresses.azoraToken, account);
  }
  return { ether, azr };
}
