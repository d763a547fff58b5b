import { type Address, type Hex, zeroAddress } from "viem";
import type { Deployment } from "../addresses.ts";
import type { Attribution } from "../attribution.ts";
import type { Phase, Rule } from "../generated/enums.ts";
import type { Leaf } from "../ledger/leaf.ts";
import type { Payment } from "../ledger/preimages.ts";
import type { FlagRecord } from "../model/flags.ts";
import type { Pot } from "../model/flow.ts";
import type { Node } from "../node.ts";
import { type Commons, createCommons } from "./commons.ts";
import { Problems } from "./problems.ts";

export interface ChronicleRound {
  readonly round: number;
  /** Block of the arming. */
  readonly armedAt: bigint;
  panel: readonly Address[];
  commitEnd: bigint;
  revealEnd: bigint;
  readonly committed: Set<Address>;
  readonly votes: Map<Address, bigint>;
}

/** The one challenge of a work, its enums as events have them, and the rounds of its second panel. */
export interface ChronicleChallenge {
  readonly challenger: Address;
  readonly flagged: boolean;
  readonly direction: number;
  readonly ground: number;
  readonly fee: bigint;
  readonly bond: bigint;
  readonly first: ChronicleRound;
  readonly firstLevel: bigint;
  /** Those that were drawn. */
  readonly rounds: ChronicleRound[];
  /** The second median, once there is one. */
  median: bigint | undefined;
  /** Who has taken its part of the fee, by round. */
  readonly shared: Set<string>;
  outcome: number;
  /** Whether its money was told of, once it is resolved. */
  isClosed: boolean;
  /** What the critic of a flag was told: whether it was upheld. */
  told: boolean | undefined;
  /** What the winner has got back of its fee, out of slashes. */
  refunded: bigint;
}

export interface ChronicleWork {
  readonly registrant: Address;
  readonly rulesVersion: number;
  readonly attribution: Attribution;
  /** Once it is noted, right before it is finalized. */
  uncritiqued?: boolean;
  bond: bigint;
  /** To whom it returns. */
  bondOwner: Address;
  opening: number;
  challenge: ChronicleChallenge | undefined;
  phase: Phase;
  round: ChronicleRound;
  rearmed: boolean;
  redrawn: boolean;
  level: bigint;
  epoch: bigint;
  /** The epoch of its window, if it came too late for that. */
  missed: bigint | undefined;
}

/** A seat from its taking to its end, with the bond behind it. */
export interface ChronicleStint {
  readonly since: bigint;
  until: bigint | undefined;
  unlocksAt: bigint;
  deposited: bigint;
  bond: bigint;
}

export interface ChronicleSeats {
  /** Who sits now, by seat number. */
  readonly bench: Address[];
  /** The bench after every change, with the block of the change. */
  readonly history: { readonly block: bigint; readonly bench: readonly Address[] }[];
  readonly stints: Map<Address, ChronicleStint[]>;
  readonly barred: Map<Address, bigint>;
  /** By account, contribution and round. */
  readonly slashed: Set<string>;
  /** By earning, in the epoch that last had one. */
  admissions: { readonly epoch: bigint; readonly limit: number; readonly count: number } | undefined;
  removedIn: bigint | undefined;
  /** The end of a seat whose number somebody else has to take, which must be told next. */
  expectedMove: { readonly account: Address; readonly from: number; readonly to: number } | undefined;
}

export interface ChronicleEpoch {
  points: bigint;
  isSealed: boolean;
  settled: boolean;
}

export interface ChronicleLink {
  account: Address | undefined;
  effectiveAt: bigint;
  nonce: bigint;
}

export interface ChronicleProposal {
  /** Its id in the timelock. */
  readonly operation: Hex;
  state: "open" | "canceled" | "queued" | "executed";
  readonly voteStart: bigint;
  voteEnd: bigint;
  /** When it can be executed; once it is queued. */
  eta?: bigint;
  readonly voted: Set<Address>;
  readonly votes: { against: bigint; for: bigint; abstain: bigint };
}

/** A leaf that must follow a decision's event; without an actor where the event does not name one. */
export type ExpectedLeaf = Pick<Leaf, "kind" | "emitter" | "subject" | "dataHash"> & {
  readonly actor?: Address;
};

/** A settlement whose mint and flow have not been seen yet. */
export interface OpenSettlement {
  readonly contribution: Node;
  readonly people: bigint;
  readonly leaf: (payments: readonly Payment[]) => Hex;
}

/** A draw whose block must have had this prevRandao. */
export interface DrawClaim {
  readonly contribution: Node;
  readonly drawBlock: bigint;
  readonly prevRandao: bigint;
}

/** All that the events have told so far. */
export interface Chronicle {
  readonly deployment: Deployment;
  /** In seconds; absent until `EpochsStarted`. */
  genesisTime: bigint | undefined;
  epochLength: bigint | undefined;
  readonly problems: Problems;
  /** Transactions that created the protocol's contracts: their events need no leaves. */
  readonly creations: ReadonlySet<Hex>;
  /** Version v at index v - 1. */
  readonly rules: Map<Rule, bigint>[];
  readonly bounds: Map<Rule, { min: bigint; max: bigint }>;
  /** SHA-256 of the text in force; absent until the deployment's event. */
  articles: Hex | undefined;
  /** The guardian's; times in seconds. */
  readonly office: { account: Address; termEnd: bigint; nextStopAt: bigint; stoppedUntil: bigint };
  readonly critics: Set<Address>;
  /** How many were recorded, by subject. */
  readonly critiques: Map<Hex, number>;
  readonly flags: Map<Address, FlagRecord>;
  readonly proposals: Map<bigint, ChronicleProposal>;
  readonly named: Set<Address>;
  readonly seats: ChronicleSeats;
  readonly attestors: Map<Address, bigint>;
  readonly links: Map<Node, ChronicleLink>;
  readonly works: Map<Node, ChronicleWork>;
  /** Works that wait for a score. */
  openRounds: bigint;
  readonly epochs: Map<bigint, ChronicleEpoch>;
  readonly draws: DrawClaim[];
  /** Pools and credits, by token and node. */
  readonly pots: Map<Address, Map<Node, Pot>>;
  readonly azr: Map<Address, bigint>;
  /** By the contract that owes it and the account. */
  readonly etherOwed: Map<string, bigint>;
  /** ETH of the seats' bonds that credits must still show, by the end of the transaction. */
  uncredited: bigint;
  /** Sealed reservations that are still there, by challenger and hash. */
  readonly reservations: Map<string, OpenReservation>;
  /** Deposits that credits must still show, by the end of the transaction. */
  freed: { readonly account: Address; readonly amount: bigint }[];
  /** A reservation that was used, whose challenge must still follow. */
  redeemed: { readonly challenger: Address; readonly contribution: Node } | undefined;
  readonly commons: Commons;
  readonly leaves: Leaf[];
  minted: bigint;
  settled: { count: number; amount: bigint; citadel: bigint };
  withdrawn: bigint;
  /** AZR that came to the reward ledger by a bare transfer; what a reward tells of afterwards is taken off. */
  donated: bigint;
  /** Of the transaction being read: the time, where a leaf tells it, and what must still follow. */
  timestamp: bigint | undefined;
  expectedLeaf: ExpectedLeaf | undefined;
  openSettlement: OpenSettlement | undefined;
  /** A critique that flags, whose challenge must still follow. */
  openFlag: { readonly contribution: Node; readonly critic: Address; readonly reasonHash: Hex } | undefined;
  /** Mints and payouts that transfers must still show, in order. */
  expectedTransfers: { readonly from: Address; readonly to: Address; readonly value: bigint }[];
}

/** A reservation that was made, and neither used, given back nor lost. */
export interface OpenReservation {
  readonly challenger: Address;
  readonly hash: Hex;
  /** In wei. */
  readonly deposit: bigint;
  /** The one it was made in. */
  readonly block: bigint;
}

export function createChronicle(deployment: Deployment, creations: ReadonlySet<Hex>): Chronicle {
  return {
    deployment,
    genesisTime: undefined,
    epochLength: undefined,
    problems: new Problems(),
    creations,
    rules: [],
    bounds: new Map(),
    articles: undefined,
    office: { account: zeroAddress, termEnd: 0n, nextStopAt: 0n, stoppedUntil: 0n },
    critics: new Set(),
    critiques: new Map(),
    flags: new Map(),
    proposals: new Map(),
    named: new Set(),
    seats: {
      bench: [],
      history: [],
      stints: new Map(),
      barred: new Map(),
      slashed: new Set(),
      admissions: undefined,
      removedIn: undefined,
      expectedMove: undefined,
    },
    attestors: new Map(),
    links: new Map(),
    works: new Map(),
    openRounds: 0n,
    epochs: new Map(),
    draws: [],
    pots: new Map(),
    azr: new Map(),
    etherOwed: new Map(),
    uncredited: 0n,
    reservations: new Map(),
    freed: [],
    redeemed: undefined,
    commons: createCommons(),
    leaves: [],
    minted: 0n,
    settled: { count: 0, amount: 0n, citadel: 0n },
    withdrawn: 0n,
    donated: 0n,
    timestamp: undefined,
    expectedLeaf: undefined,
    openSettlement: undefined,
    openFlag: undefined,
    expectedTransfers: [],
  };
}
