import type { Address, Hex } from "viem";
import type { Attribution } from "../attribution.ts";
import type { Phase, Rule } from "../generated/enums.ts";

/** A round as its events tell it. Times in seconds, half open; absent until the panel is drawn. */
export interface RoundView {
  round: number;
  armedAt: bigint;
  drawBlock: bigint;
  panel: readonly Address[];
  commitEnd: bigint;
  revealEnd: bigint;
  committed: Map<Address, Hex>;
  revealed: Map<Address, number>;
}

/** The challenge of a work; direction, ground and outcome as in the contracts' enums. */
export interface ChallengeView {
  challenger: Address;
  flagged: boolean;
  direction: number;
  ground: number;
  reasonHash: Hex;
  /** In wei. */
  fee: bigint;
  bond: bigint;
  first: RoundView;
  firstLevel: number;
  /** Rounds of the second panel, the present one included. */
  rounds: RoundView[];
  outcome: number;
  /** The second median; absent unless there was one. */
  secondLevel: number | undefined;
  /** Who has been credited its part of the fee: round and judge. */
  shared: Set<string>;
}

export interface WorkView {
  contribution: Hex;
  registrant: Address;
  evidenceHash: Hex;
  uri: string;
  attribution: Attribution;
  rulesVersion: number;
  /** In wei, until released. */
  bond: bigint;
  phase: Phase;
  opening: number;
  round: RoundView;
  /** The rounds before, of all openings, in order. */
  past: RoundView[];
  challenge: ChallengeView | undefined;
  level: number;
  points: bigint;
  epoch: number;
  late: boolean;
  /** In wei, once settled. */
  amount: bigint;
  citadel: bigint;
}

/** A sealed reservation of a challenge that was neither used nor given up. */
export interface ReservationView {
  challenger: Address;
  hash: Hex;
  /** In wei. */
  deposit: bigint;
  block: bigint;
}

export interface LinkView {
  account: Address;
  effectiveAt: bigint;
  nonce: bigint;
}

export interface Balance {
  balance: bigint;
  minted: bigint;
}

/** In the units of contracts/types/Rules.sol. */
export type Rules = Readonly<Partial<Record<keyof typeof Rule, bigint>>>;

/** A seat from its taking to its end. Amounts in wei. */
export interface StintView {
  seat: number;
  since: bigint;
  /** When the bond can be withdrawn, in seconds; absent while the seat is held. */
  unlocksAt: bigint | undefined;
  deposited: bigint;
  bond: bigint;
}

/** Proven of a judge: see `Fault` of the contracts. Amounts in wei. */
export interface SlashView {
  account: Address;
  contribution: Hex;
  round: number;
  fault: number;
  amount: bigint;
  reward: bigint;
  prover: Address;
}

/** The CitadelFund's book of an asset: the epoch opened last, and what was spent in it, in wei. */
export interface BookView {
  epoch: number;
  opening: bigint;
  granted: bigint;
  stipends: bigint;
}

export type FundAsset = "AZR" | "ETH";

export interface FundView {
  /** AZR held, in wei. */
  azr: bigint;
  /** ETH that it is owed, in wei, by the contract that holds it. */
  owed: Map<Address, bigint>;
  /** By asset; absent until an epoch is opened for it. Other tokens have theirs, which nothing here waits for. */
  books: Map<FundAsset, BookView>;
  /** Votes that were paid a stipend, see `voteKey`. */
  claimed: Set<string>;
  /** AZR paid for votes in all, in wei. */
  stipends: bigint;
}

/** Fixed at deployment, in seconds. */
export interface EpochClock {
  genesisTime: bigint;
  epochLength: bigint;
}

export interface EpochView {
  points: bigint;
  isSealed: boolean;
}

/** The protocol's state as its events tell it, up to and including a block. */
export interface View {
  block: bigint;
  /** In seconds. */
  timestamp: bigint;
  works: Map<Hex, WorkView>;
  /** By node; AZR only. */
  pools: Map<Hex, Balance>;
  /** By account, in wei of AZR: what can be withdrawn, and what was earned in all. */
  credits: Map<Address, { owed: bigint; earned: bigint }>;
  withdrawn: Map<Address, bigint>;
  links: Map<Hex, LinkView>;
  epochs: Map<number, EpochView>;
  /** Absent until the deployment's event is read. */
  clock: EpochClock | undefined;
  /** By version, in the rules' own units. */
  rules: Map<number, Rules>;
  /** By seat number: who held it, since which block, in order; nobody once it ended. */
  seats: Map<number, { since: bigint; account: Address | undefined }[]>;
  /** All seats that an account ever took, with the bonds behind them, in order. */
  stints: Map<Address, StintView[]>;
  /** By the round of a work and the judge, see `voteKey`: one is slashed once for each. */
  slashes: Map<string, SlashView>;
  /** By challenger and hash, see `reservationKey`. */
  reservations: Map<string, ReservationView>;
  /** Those whose deposit was lost. Whoever tried to use one too late has shown its salt. */
  forfeited: Set<string>;
  fund: FundView;
}
