import { explain, RevertedError, type SentTransaction, sentTransaction, waitUntilMined } from "@azora/sdk";
import type { Hash, ReplacementReturnType } from "viem";
import { isContract } from "../contract/account.ts";
import { hasFailedWithin } from "../contract/execution.ts";
import type { Ports } from "../ports.ts";
import { type Entry, type Handle, keptOf, sentOf } from "../sent/entry.ts";
import type { SentState } from "../state.ts";
import type { End, Listener } from "./follow.ts";
import { followHeld } from "./held.ts";

type ByHash = Entry & { readonly handle: Extract<Handle, { by: "hash" }> };

/** Follows the hash that a wallet gave. An account that is a contract may give one of its own, which no node knows. */
export async function followHash(entry: ByHash, ports: Ports, listener: Listener): Promise<End> {
  const { hash, as } = entry.handle;
  const { client, account } = ports;
  // Asked at once: a node forgets what is replaced, and then nothing tells what took its place.
  const sent = as === undefined ? await sentTransaction(client, hash) : sentOf(as);
  if (sent === undefined && (await isContract(client, account)))
    return followHeld({ hash, since: entry.since }, ports, listener);
  if (sent !== undefined && as === undefined) listener.learn(keptOf(sent));
  try {
    return await waitFor(hash, sent, ports);
  } catch (error) {
    const end = explain(error).name === "NotMined" ? await whatBecameOf(hash, sent, ports) : undefined;
    if (end === undefined) throw error;
    return end;
  }
}

async function waitFor(hash: Hash, sent: SentTransaction | undefined, ports: Ports): Promise<End> {
  let replacement: ReplacementReturnType | undefined;
  const onReplaced = (found: ReplacementReturnType) => {
    replacement = found;
  };
  const receipt = await waitUntilMined(ports.client, hash, onReplaced, sent);
  const last = replacement?.transaction.hash ?? hash;
  // The same with another fee is the same to its sender; anything else in its place is not.
  if (replacement !== undefined && replacement.reason !== "repriced")
    return { step: "replaced", by: last, cancelled: replacement.reason === "cancelled" };
  if (receipt.status !== "success")
    return failed(await reasonOf(ports, sent, receipt.blockNumber, last), last);
  if (hasFailedWithin(ports.account, receipt.logs ?? []))
    return { step: "failed", name: "FailedWithin", sentence: ports.words.failedWithin, hash: last };
  return { hash: last, block: Number(receipt.blockNumber) };
}

/** One that is not mined and that the node has forgotten: something else took its place, or nobody will ever mine it. */
async function whatBecameOf(
  hash: Hash,
  sent: SentTransaction | undefined,
  { client, words }: Ports,
): Promise<SentState | undefined> {
  if (sent === undefined || (await sentTransaction(client, hash)) !== undefined) return undefined;
  const used = await client.getTransactionCount({ address: sent.from }).catch(() => undefined);
  if (used === undefined) return undefined;
  return used > sent.nonce
    ? { step: "replaced", cancelled: false }
    : { step: "failed", name: "Dropped", sentence: words.dropped, hash };
}

/** Calls once more what was reverted, as of its block, since a receipt gives no reason. */
async function reasonOf(
  { client }: Ports,
  sent: SentTransaction | undefined,
  blockNumber: bigint,
  hash: Hash,
): Promise<unknown> {
  const unknown = new RevertedError(hash);
  if (sent === undefined) return unknown;
  const { from, to, input, value = 0n } = sent;
  try {
    await client.call({ account: from, to, data: input, value, blockNumber });
    return unknown;
  } catch (error) {
    return error;
  }
}

function failed(error: unknown, hash: Hash): SentState {
  const { name, sentence } = explain(error);
  return { step: "failed", name, sentence, hash };
}
