import { proofOfValueAbi } from "@azora/sdk";
import { BaseError, encodeErrorResult, type Hash, type Hex, TransactionReceiptNotFoundError } from "viem";
import { transactions as words } from "#strings/en/transactions.ts";
import type { CallsStatus, Ports } from "./ports.ts";
import type { Entry, Handle } from "./sent/entry.ts";
import type { SentState } from "./state.ts";
import type { Transaction } from "./transaction.ts";

export const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
export const hash: Hash = `0x${"aa".repeat(32)}`;
export const other: Hash = `0x${"bb".repeat(32)}`;
export const sent = { from: account, nonce: 4, to: account, value: 0n, input: "0x12345678" } as const;
export const call = { to: account, data: "0x12345678" } as const;

export const transaction: Transaction = {
  kind: "withdrawEther",
  title: "Withdraw",
  effect: "It is paid out.",
  record: { href: "/", label: "Home" },
  prepare: async () => call,
};

export const refusal: Hex = encodeErrorResult({
  abi: proofOfValueAbi,
  errorName: "ProofOfValue_CommitClosed",
  args: [20n, 10n],
});
export const reverted = () =>
  new BaseError("reverted", { cause: Object.assign(new Error("x"), { data: refusal }) });

export function entryOf(handle: Handle, state: SentState = { step: "pending" }): Entry {
  const { kind, title, record } = transaction;
  const id = handle.by === "hash" ? handle.hash : handle.id;
  return { id, kind, subject: "", title, record, handle, since: 3, at: 1_700_000_000, state, isTold: false };
}

interface Log {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data?: string;
  readonly transactionHash?: Hash;
  readonly blockNumber?: bigint;
  readonly args?: { readonly success: boolean };
}

/** What is asked of the world, and what it answers. */
export interface World {
  estimate: () => Promise<bigint>;
  send: () => Promise<Hash>;
  known: () => Promise<object>;
  receipt: (...asked: never[]) => Promise<unknown>;
  mined: () => Promise<object>;
  nonce: () => Promise<number>;
  code: Hex | undefined;
  block: () => bigint;
  logs: (asked: { fromBlock: bigint; toBlock: bigint; address: unknown }) => Promise<readonly Log[]>;
  simulate: () => Promise<readonly object[]>;
  replay: () => Promise<object>;
  seen: Ports["seen"];
  sendTogether: () => Promise<string>;
  status: () => Promise<Partial<CallsStatus>>;
  pause: () => void;
}

const receipt = async () => ({ status: "success", blockNumber: 7n, logs: [] });

/** A world in which all goes well, but for what is said. Notes what was asked of it. */
export function worldWith(changes: Partial<World> = {}) {
  const log: string[] = [];
  const world: World = {
    estimate: async () => 100_000n,
    send: async () => hash,
    known: async () => ({ ...sent, gas: 1n }),
    receipt,
    mined: () => Promise.reject(new TransactionReceiptNotFoundError({ hash })),
    nonce: async () => 0,
    code: undefined,
    block: () => 9n,
    logs: async () => [],
    simulate: async () => [],
    replay: async () => ({}),
    seen: async () => "seen",
    sendTogether: async () => "together",
    status: async () => ({ status: "success", statusCode: 200, receipts: [] }),
    pause: () => undefined,
    ...changes,
  };
  const client: Partial<Record<keyof Ports["client"], unknown>> = {
    pollingInterval: 4_000,
    estimateGas: world.estimate,
    getTransaction: world.known,
    waitForTransactionReceipt: world.receipt,
    getTransactionReceipt: world.mined,
    getTransactionCount: world.nonce,
    getCode: async () => world.code,
    getBlockNumber: async () => world.block(),
    getLogs: world.logs,
    simulateBlocks: world.simulate,
    call: world.replay,
    readContract: () => Promise.reject(new Error("not asked here")),
  };
  const ports: Ports = {
    account,
    client: client as Ports["client"],
    words: words.ends,
    send: (_, gas) => {
      log.push(`send with ${gas}`);
      return world.send();
    },
    isAtomic: async () => true,
    sendTogether: (calls) => {
      log.push(`send ${calls.length} together`);
      return world.sendTogether();
    },
    callsStatus: async () => ({ status: undefined, statusCode: 100, ...(await world.status()) }),
    seen: (block) => {
      log.push(`seen ${block}`);
      return world.seen(block);
    },
    pause: async (ms) => {
      log.push(`pause ${ms}`);
      world.pause();
    },
  };
  return { ports, log };
}
