import type { Address } from "viem";
import type { Payment } from "../ledger/preimages.ts";
import type { Node } from "../node.ts";

/** What the fund may do with a token in the epoch that was last opened for it. */
export interface FundBook {
  readonly epoch: bigint;
  readonly opening: bigint;
  granted: bigint;
  /** In AZR only. */
  stipends: bigint;
  /** In ETH only. */
  fees: bigint;
}

/** A change of votes that must follow from a withdrawal or a delegation. */
export interface VotesClaim {
  readonly delegate: Address;
  readonly change: bigint;
}

/** What the events told of direct rewards, of the fund and of Voice. */
export interface Commons {
  /** Direct rewards, by token. */
  readonly rewarded: Map<Address, { amount: bigint; citadel: bigint }>;
  rewards: number;
  /** By token. */
  readonly withdrawn: Map<Address, bigint>;
  /** What the reward ledger holds of other tokens, by their own word. */
  readonly held: Map<Address, bigint>;
  readonly books: Map<Address, FundBook>;
  /** ETH that the fund was seen to take in and has not paid out. It may have more. */
  ether: bigint;
  /** Votes that were counted, by {@link voteKey}. */
  readonly counted: Set<string>;
  readonly claimed: Set<string>;
  stipends: bigint;
  readonly units: Map<Address, bigint>;
  /** Who chose another than itself, or did once. */
  readonly delegates: Map<Address, Address>;
  readonly votes: Map<Address, bigint>;
  /** Of the transaction being read: what must still follow. */
  openReward:
    | { token: Address; contribution: Node; people: bigint; payments: readonly Payment[] }
    | undefined;
  /** The fee of a flag, which must be raised next. */
  openFee: { contribution: Node; amount: bigint } | undefined;
  openUnits: { account: Address; units: bigint } | undefined;
  openVotes: VotesClaim[];
}

export const createCommons = (): Commons => ({
  rewarded: new Map(),
  rewards: 0,
  withdrawn: new Map(),
  held: new Map(),
  books: new Map(),
  ether: 0n,
  counted: new Set(),
  claimed: new Set(),
  stipends: 0n,
  units: new Map(),
  delegates: new Map(),
  votes: new Map(),
  openReward: undefined,
  openFee: undefined,
  openUnits: undefined,
  openVotes: [],
});

export const voteKey = (contribution: Node, round: number, validator: Address): string =>
  `${contribution}:${round}:${validator}`;
