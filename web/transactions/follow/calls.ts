import { AzoraError } from "@azora/sdk";
import { isContract } from "../contract/account.ts";
import { hasFailedWithin } from "../contract/execution.ts";
import type { CallsStatus, Ports } from "../ports.ts";
import type { Entry, Handle } from "../sent/entry.ts";
import type { SentState } from "../state.ts";
import type { End, Listener } from "./follow.ts";

type ByCalls = Entry & { readonly handle: Extract<Handle, { by: "calls" }> };

const PAUSE_MS = 1_000;

/** Follows calls that a wallet took together, by what the wallet says of them (EIP-5792). */
export async function followCalls(
  { handle: { id } }: ByCalls,
  ports: Ports,
  { note, signal }: Listener,
): Promise<End> {
  const { client, account, words } = ports;
  const waiting: SentState = { step: (await isContract(client, account)) ? "held" : "pending" };
  note(waiting);
  while (!signal.aborted) {
    const found = await ports.callsStatus(id);
    if (found.status === "success") return endOf(found, ports);
    if (found.status === "failure") return failureOf(found, words);
    await ports.pause(Math.max(PAUSE_MS, client.pollingInterval));
  }
  return waiting;
}

function endOf({ receipts = [] }: CallsStatus, { account, words }: Ports): End {
  const last = receipts.at(-1);
  // It may be done, and there is nothing to see it by.
  if (last === undefined) throw new AzoraError("NoReceipt", [], words.noReceipt);
  const { transactionHash: hash, blockNumber } = last;
  if (receipts.some(({ logs }) => hasFailedWithin(account, logs)))
    return { step: "failed", name: "FailedWithin", sentence: words.failedWithin, hash };
  return { hash, block: Number(blockNumber) };
}

/** Its hundreds say how it failed: 4 before it reached the chain, 5 there and wholly, 6 there and in part. */
function failureOf({ statusCode, receipts = [] }: CallsStatus, words: Ports["words"]): SentState {
  const hash = receipts.at(-1)?.transactionHash;
  const at = hash === undefined ? {} : { hash };
  if (statusCode >= 600) {
    const done = receipts.filter(({ status }) => status === "success").length;
    return { step: "failed", name: "CallsDoneInPart", sentence: words.inPart(done, receipts.length), ...at };
  }
  if (statusCode >= 500)
    return { step: "failed", name: "CallsReverted", sentence: words.callsReverted, ...at };
  return { step: "failed", name: "CallsGivenUp", sentence: words.callsGivenUp, ...at };
}
