import type { TransactionCall } from "@azora/sdk";
import type { Address, GetCallsStatusReturnType, Hash, PublicClient } from "viem";
import type { Strings } from "#strings/index.ts";
import type { ChainReader } from "./transaction.ts";

/** What a wallet says of calls that it took together. */
export type CallsStatus = Pick<GetCallsStatusReturnType, "status" | "statusCode"> & {
  readonly receipts?: NonNullable<GetCallsStatusReturnType["receipts"]> | undefined;
};

export type NodeClient = ChainReader &
  Pick<
    PublicClient,
    | "chain"
    | "pollingInterval"
    | "estimateGas"
    | "getTransaction"
    | "waitForTransactionReceipt"
    | "getTransactionReceipt"
    | "getTransactionCount"
    | "getCode"
    | "getLogs"
    | "simulateBlocks"
    | "call"
  >;

/** What a transaction needs of the world. */
export interface Ports {
  readonly account: Address;
  readonly client: NodeClient;
  /** How it may end, in sentences. */
  readonly words: Strings["transactions"]["ends"];
  /**
   * Asks the wallet to sign and send; refuses if it is on another chain.
   * @param gas Left to the wallet if undefined.
   */
  send(call: TransactionCall, gas: bigint | undefined): Promise<Hash>;
  /** Whether the wallet does several calls as one: all of them or none (EIP-5792). */
  isAtomic(): Promise<boolean>;
  /** Asks the wallet to do all of these or none, and gives the identifier that it has for them. */
  sendTogether(calls: readonly TransactionCall[]): Promise<string>;
  callsStatus(id: string): Promise<CallsStatus>;
  /** Waits until the index has a block, or says why it does not. */
  seen(block: number): Promise<"seen" | "lagging" | "away">;
  pause(ms: number): Promise<unknown>;
}

/** Gives the ports when they are needed. The wallet's code may have to be loaded for them, which can fail. */
export type Open = () => Promise<Ports>;
