import type {
  Account,
  Address,
  Chain,
  Hash,
  Hex,
  PublicClient,
  ReplacementReturnType,
  TransactionReceipt,
  Transport,
  WaitForTransactionReceiptParameters,
  WalletClient,
} from "viem";
import { isLocalChain } from "./chains.ts";

/** A transaction's content, encoded. */
export interface TransactionCall {
  to: Address;
  data: Hex;
  /** In wei. */
  value?: bigint;
  /** Where the caller counts for itself, because it sends several at once. */
  nonce?: number;
  /** Where no estimate can be had yet. */
  gas?: bigint;
}

/**
 * Gas beyond the estimate, in percent. What a call costs depends on what comes before it in its block: a checkpoint that is
 * new or not, peaks of the ledger that merge or not.
 */
const GAS_MARGIN = 30n;
/** A ledger leaf that merges every peak there is, and a slot that is new after all. */
const GAS_RESERVE = 80_000n;

/** A transaction that was estimated to succeed and was reverted: the chain moved on in between. */
export class RevertedError extends Error {
  override name = "RevertedError";
  readonly hash: Hash;

  constructor(hash: Hash) {
    super(`The transaction ${hash} was reverted, because the chain moved on after it was sent.`);
    this.hash = hash;
  }
}

/**
 * Tries a call without sending it, and gives the gas to send it with, some of it to spare.
 * @throws viem's error, if the call would be refused as things stand
 */
export async function gasFor(
  client: Pick<PublicClient, "estimateGas">,
  account: Account | Address,
  { to, data, value }: TransactionCall,
): Promise<bigint> {
  const gas = await client.estimateGas({ account, to, data, ...(value === undefined ? {} : { value }) });
  return gas + (gas * GAS_MARGIN) / 100n + GAS_RESERVE;
}

/** Sends a call, by an estimate with gas to spare. Throws viem's error, nothing sent, if it would be refused as things stand. */
export async function transact(
  client: PublicClient,
  wallet: WalletClient<Transport, Chain, Account>,
  call: TransactionCall,
): Promise<Hash> {
  return wallet.sendTransaction({ ...call, gas: call.gas ?? (await gasFor(client, wallet.account, call)) });
}

/** How long a transaction may wait to be mined. A local chain mines at once, unless it was restarted and has lost it. */
const MINED_MS = 180_000;
const MINED_LOCALLY_MS = 20_000;

/** What was sent, and in which place of its sender's order. */
export type SentTransaction = NonNullable<WaitForTransactionReceiptParameters["replacement"]>;

/** A sent transaction as its node knows it, or nothing if it knows it not: not yet, or not any more. */
export async function sentTransaction(
  client: Pick<PublicClient, "getTransaction">,
  hash: Hash,
): Promise<SentTransaction | undefined> {
  try {
    const { from, nonce, to, value, input } = await client.getTransaction({ hash });
    return { from, nonce, to, value, input };
  } catch {
    return undefined;
  }
}

/**
 * Waits until a transaction is mined, well or not. Throws viem's `WaitForTransactionReceiptTimeoutError` if that takes too long.
 * @param sent lets a replacement be found that was mined before the wait began, when the node has forgotten the first
 */
export async function waitUntilMined(
  client: Pick<PublicClient, "chain" | "waitForTransactionReceipt">,
  hash: Hash,
  onReplaced: (replacement: ReplacementReturnType) => void = () => undefined,
  sent?: SentTransaction,
): Promise<TransactionReceipt> {
  const isLocal = client.chain !== undefined && isLocalChain(client.chain.id);
  const timeout = isLocal ? MINED_LOCALLY_MS : MINED_MS;
  return client.waitForTransactionReceipt({ hash, timeout, onReplaced, replacement: sent });
}

/** Waits until a transaction is mined. @throws RevertedError */
export async function requireSuccess(client: PublicClient, hash: Hash): Promise<TransactionReceipt> {
  const receipt = await waitUntilMined(client, hash);
  if (receipt.status !== "success") throw new RevertedError(hash);
  return receipt;
}
