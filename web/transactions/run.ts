import {
  explain,
  gasFor,
  RevertedError,
  type SentTransaction,
  sentTransaction,
  type TransactionCall,
  waitUntilMined,
} from "@azora/sdk";
import type { Address, Hash, PublicClient, ReplacementReturnType } from "viem";
import type { TransactionState } from "./state.ts";
import type { ChainReader, Transaction } from "./transaction.ts";

/** What a run needs of the world. */
export interface Ports {
  readonly account: Address;
  readonly client: ChainReader &
    Pick<PublicClient, "chain" | "estimateGas" | "getTransaction" | "waitForTransactionReceipt" | "call">;
  /** Asks the wallet to sign and send; refuses if it is on another chain. */
  send(call: TransactionCall, gas: bigint): Promise<Hash>;
  /** Waits until the index has a block, or says why it does not. */
  seen(block: number): Promise<"seen" | "lagging" | "away">;
  /** Keeps what is under way, so that a page that is loaded anew can go on following it. */
  readonly memory: { keep(hash: Hash, sent?: SentTransaction): void; drop(): void };
}

/** Gives the ports when they are needed. The wallet's code may have to be loaded for them, which can fail. */
export type Open = () => Promise<Ports>;

type Show = (state: TransactionState) => void;

/**
 * Takes a transaction from its trial to the pages that show it, telling every state on the way, and gives the last one.
 * Nothing is sent that would be refused as things stand, and a failure is a state, never an exception.
 */
export async function runTransaction(
  transaction: Transaction,
  open: Open,
  show: Show,
): Promise<TransactionState> {
  show({ step: "simulating" });
  let ports: Ports;
  let call: TransactionCall;
  let hash: Hash;
  try {
    ports = await open();
    call = await transaction.prepare(ports.client);
    const gas = await gasFor(ports.client, ports.account, call);
    show({ step: "signing" });
    hash = await ports.send(call, gas);
  } catch (error) {
    return tell(show, failureOf(error));
  }
  ports.memory.keep(hash);
  // Asked at once: a node forgets what is replaced, and then nothing tells what took its place.
  const sent = await sentTransaction(ports.client, hash);
  if (sent !== undefined) ports.memory.keep(hash, sent);
  return followTransaction(hash, async () => ports, show, { call, sent });
}

/** Follows a transaction that was sent, perhaps before the page was loaded anew: then its call may not be known any more. */
export async function followTransaction(
  hash: Hash,
  open: Open,
  show: Show,
  { call, sent }: { call?: TransactionCall | undefined; sent?: SentTransaction | undefined } = {},
): Promise<TransactionState> {
  show({ step: "pending", hash });
  let replacement: ReplacementReturnType | undefined;
  try {
    const ports = await open();
    const onReplaced = (found: ReplacementReturnType) => {
      replacement = found;
    };
    const { status, blockNumber } = await waitUntilMined(ports.client, hash, onReplaced, sent);
    ports.memory.drop();
    const last = replacement?.transaction.hash ?? hash;
    // The same with another fee is the same to its sender; anything else in its place is not.
    if (replacement !== undefined && replacement.reason !== "repriced") {
      return tell(show, { step: "replaced", by: last, cancelled: replacement.reason === "cancelled" });
    }
    if (status !== "success") {
      return tell(show, failureOf(await reasonOf(ports, call, blockNumber, last), last));
    }
    const at = { hash: last, block: Number(blockNumber) };
    show({ step: "confirmed", ...at });
    return tell(show, await seenState(ports, at));
  } catch (error) {
    // It may still be mined, so it stays in memory.
    return tell(show, failureOf(error, hash));
  }
}

/** Looks once more for a transaction that is on the chain and was not on the pages. */
export async function seenState(
  { seen }: Pick<Ports, "seen">,
  at: { hash: Hash; block: number },
): Promise<TransactionState> {
  const why = await seen(at.block);
  return why === "seen" ? { step: "indexed", ...at } : { step: "unseen", ...at, why };
}

function failureOf(error: unknown, hash?: Hash): TransactionState {
  const { name, sentence } = explain(error);
  if (name === "UserRejected") return { step: "rejected" };
  return { step: "failed", name, sentence, ...(hash === undefined ? {} : { hash }) };
}

/** Calls once more what was reverted, as of its block, since a receipt gives no reason. */
async function reasonOf(
  { client, account }: Pick<Ports, "client" | "account">,
  call: TransactionCall | undefined,
  blockNumber: bigint,
  hash: Hash,
): Promise<unknown> {
  const unknown = new RevertedError(hash);
  if (call === undefined) return unknown;
  const { to, data, value = 0n } = call;
  try {
    await client.call({ account, to, data, value, blockNumber });
    return unknown;
  } catch (error) {
    return error;
  }
}

function tell(show: Show, state: TransactionState): TransactionState {
  show(state);
  return state;
}
