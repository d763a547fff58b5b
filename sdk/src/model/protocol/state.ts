import { type Address, getAddress, type Hex, zeroAddress } from "viem";
import { type ContractName, type Deployment, isProtocolAddress } from "../../addresses.ts";
import type { AbiErrorName } from "../../errors/abi.ts";
import { FaultError, fault } from "../../fault.ts";
import { Guardianship } from "../../generated/constants.ts";
import { type Direction, type Ground, type Outcome, Phase, Rule } from "../../generated/enums.ts";
import type { Leaf } from "../../ledger/leaf.ts";
import { MerkleLedger } from "../../ledger/MerkleLedger.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode, type Node } from "../../node.ts";
import type { FlagRecord } from "../flags.ts";
import type { Pot } from "../flow.ts";
import { record } from "./record.ts";

/** Who calls, with what, and when. */
export interface Call {
  readonly sender: Address;
  /** In wei. */
  readonly value: bigint;
  readonly block: bigint;
  /** In seconds. */
  readonly timestamp: bigint;
}

/** How a protocol starts. Rules are in the order of the enum `Rule`. */
export interface Start {
  readonly deployment: Deployment;
  /** When ProofOfValue was created, in seconds. */
  readonly genesisTime: bigint;
  readonly epochLength: bigint;
  readonly rules: readonly { readonly value: bigint; readonly min: bigint; readonly max: bigint }[];
  readonly named: readonly Address[];
  readonly attestors: readonly Address[];
  /** When the registry was created with them, in seconds. */
  readonly attestorsSince: bigint;
  /** SHA-256 of the first articles. */
  readonly articles: Hex;
  /** In office from the deployment on; its term ends at that second. */
  readonly guardian: { readonly account: Address; readonly termEnd: bigint };
}

export interface RoundState {
  panel: readonly bigint[];
  armedAt: bigint;
  commitEnd: bigint;
  revealEnd: bigint;
  readonly ballots: Map<Address, Hex>;
  votes: bigint[];
}

/** The one challenge of a work. Amounts in wei. */
export interface DisputeState {
  readonly challenger: Address;
  /** Whether it is a critic's flag, without a bond and without a prize. */
  readonly flagged: boolean;
  readonly direction: Direction;
  readonly ground: Ground;
  readonly firstRound: number;
  readonly firstLevel: bigint;
  readonly fee: bigint;
  bond: bigint;
  /** Nothing before it is resolved. */
  outcome: Outcome | undefined;
  secondLevel: bigint;
  /** The last round of the second panel; 0 before it is resolved. */
  lastRound: number;
  /** Opened votes of all its rounds. */
  counted: bigint;
  /** What of the fee can still come back to the challenger. */
  refund: bigint;
  /** Votes whose part of the fee was credited. */
  readonly shared: Set<string>;
}

/** A sealed reservation that is still there. */
export interface ReservationState {
  /** In wei. */
  readonly deposit: bigint;
  readonly block: bigint;
}

export interface WorkState {
  readonly registrant: Address;
  /** Who paid the bond of the present opening. */
  bondOwner: Address;
  readonly rulesVersion: number;
  readonly attributionHash: Hex;
  bond: bigint;
  phase: Phase;
  opening: number;
  round: number;
  rearmed: boolean;
  redrawn: boolean;
  challenged: boolean;
  /** The round by whose panel the level stands; 0 before there is one. */
  scoredRound: number;
  late: boolean;
  level: bigint;
  armedAt: bigint;
  epoch: bigint;
  readonly rounds: Map<number, RoundState>;
  dispute: DisputeState | undefined;
}

/** A seat from its taking to its end, with the bond behind it. */
export interface StintState {
  readonly since: bigint;
  /** Block of its end; the seat is held until then. */
  until: bigint | undefined;
  unlocksAt: bigint;
  /** What slashes are a part of, in wei. */
  deposited: bigint;
  /** What is left, in wei. */
  bond: bigint;
}

export interface SeatsState {
  /** Who sits now, by seat number. */
  readonly bench: Address[];
  /** The bench after every change, with the block of the change. */
  readonly history: { readonly block: bigint; readonly bench: readonly Address[] }[];
  readonly stints: Map<Address, StintState[]>;
  /** Until when those who were removed cannot return, in seconds. */
  readonly barred: Map<Address, bigint>;
  /** By account, contribution and round. */
  readonly slashed: Map<string, true>;
  /** By earning, in the epoch that last had one. */
  admissions: { readonly epoch: bigint; readonly limit: bigint; readonly count: bigint } | undefined;
  /** The epoch of the last removal. */
  removedIn: bigint | undefined;
}

export interface EpochState {
  readonly points: bigint;
  readonly isSealed: boolean;
}

export interface LinkState {
  account: Address | undefined;
  effectiveAt: bigint;
  nonce: bigint;
}

/** What the fund may do with a token in an epoch. */
export interface BookState {
  readonly epoch: bigint;
  readonly opening: bigint;
  readonly granted: bigint;
  readonly stipends: bigint;
  /** For critics' flags; in ETH only. */
  readonly fees: bigint;
}

/** The guardian's office; times in seconds. */
export interface GuardianState {
  /** The zero address for nobody. */
  readonly account: Address;
  readonly termEnd: bigint;
  readonly nextStopAt: bigint;
}

/** Everything that the protocol knows. Addresses are checksummed, nodes in lower case. */
export interface State {
  readonly start: Start;
  /** Version v at index v - 1. */
  readonly rules: bigint[][];
  articles: Hex;
  guardian: GuardianState;
  /** The first second in which registrations are open again. */
  stoppedUntil: bigint;
  readonly critics: Set<Address>;
  /** What critics have done with their flags. */
  readonly flags: Map<Address, FlagRecord>;
  /** How many were recorded, by subject. */
  readonly critiques: Map<Hex, number>;
  readonly seats: SeatsState;
  readonly works: Map<Node, WorkState>;
  /** Challenges reserved and not yet made, by challenger and hash. */
  readonly reservations: Map<string, ReservationState>;
  readonly epochs: Map<bigint, EpochState>;
  readonly links: Map<Node, LinkState>;
  readonly attestors: Map<Address, bigint>;
  /** Pools and credits of AZR alike. */
  readonly pots: Map<Node, Pot>;
  /** Those of other tokens. */
  readonly otherPots: Map<Address, Map<Node, Pot>>;
  readonly azr: Map<Address, bigint>;
  /** Of other tokens: who holds what, as far as it came here. */
  readonly others: Map<Address, Map<Address, bigint>>;
  /** ETH of the fund. */
  fundEther: bigint;
  /** By token, as it was last opened; the zero address for ETH. */
  readonly books: Map<Address, BookState>;
  /** Votes whose stipend was paid. */
  readonly claimed: Set<string>;
  readonly units: Map<Address, bigint>;
  readonly delegates: Map<Address, Address>;
  /** By the contract that owes it. */
  readonly etherOwed: Map<ContractName, Map<Address, bigint>>;
  /** What the registry, the seats and the disputes hold, by what came in and went out. */
  etherHeld: bigint;
  supply: bigint;
  readonly leaves: Leaf[];
  readonly ledger: MerkleLedger;
}

export function createState(start: Start): State {
  const state: State = {
    start,
    rules: [start.rules.map(({ value }) => value)],
    articles: start.articles,
    guardian: { ...start.guardian, nextStopAt: 0n },
    stoppedUntil: 0n,
    critics: new Set(),
    flags: new Map(),
    critiques: new Map(),
    seats: {
      bench: [],
      history: [],
      stints: new Map(),
      barred: new Map(),
      slashed: new Map(),
      admissions: undefined,
      removedIn: undefined,
    },
    works: new Map(),
    reservations: new Map(),
    epochs: new Map(),
    links: new Map(),
    attestors: new Map(start.attestors.map((attestor) => [getAddress(attestor), start.attestorsSince])),
    pots: new Map(),
    otherPots: new Map(),
    azr: new Map(),
    others: new Map(),
    fundEther: 0n,
    books: new Map(),
    claimed: new Set(),
    units: new Map(),
    delegates: new Map(),
    etherOwed: new Map(),
    etherHeld: 0n,
    supply: 0n,
    leaves: [],
    ledger: new MerkleLedger(),
  };
  // The deployment's only decisions: who guards and who attests first.
  const { account, termEnd } = start.guardian;
  const byGenesis = { sender: start.deployment.genesis, value: 0n, block: 0n };
  if (account !== zeroAddress) {
    const call = { ...byGenesis, timestamp: termEnd - Guardianship.TERM };
    const hash = dataHash.GuardianSet(Number(termEnd));
    record(state, call, "constitution", "GuardianSet", accountNode(account), hash);
  }
  const call = { ...byGenesis, timestamp: start.attestorsSince };
  for (const attestor of start.attestors) {
    const hash = dataHash.AttestorSet(Number(start.attestorsSince));
    record(state, call, "attributionRegistry", "AttestorSet", accountNode(attestor), hash);
  }
  return state;
}

/** Ends a call as the contracts would: with an error, and nothing changed. */
export function refuse(name: AbiErrorName, ...args: readonly (bigint | number | string)[]): never {
  throw new FaultError(fault(name, ...args));
}

export function isProtocol({ start }: State, account: Address): boolean {
  return isProtocolAddress(start.deployment, account);
}

/** A rule in its units; of the present version unless said. */
export function ruleOf({ rules }: State, rule: keyof typeof Rule, version = rules.length): bigint {
  const value = rules[version - 1]?.[Rule[rule]];
  if (value === undefined) throw new RangeError(`There is no version ${version} of the rules.`);
  return value;
}

/** A work in the phase that a call requires. */
export function workIn({ works }: State, contribution: Node, required: Phase): WorkState {
  const work = works.get(contribution);
  const phase = work?.phase ?? Phase.None;
  if (work === undefined || phase !== required) {
    return refuse("ProofOfValue_WrongPhase", contribution, phase, required);
  }
  return work;
}

export function add<key>(amounts: Map<key, bigint>, key: key, amount: bigint): void {
  amounts.set(key, (amounts.get(key) ?? 0n) + amount);
}
