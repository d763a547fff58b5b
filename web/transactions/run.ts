import { explain, gasFor, type TransactionCall } from "@azora/sdk";
import { BaseError } from "viem";
import { isContract } from "./contract/account.ts";
import { simulateTogether } from "./contract/simulate.ts";
import type { Open, Ports } from "./ports.ts";
import type { Handle } from "./sent/entry.ts";
import type { Failed, TransactionState } from "./state.ts";
import type { Batch, Transaction } from "./transaction.ts";

type Show = (state: TransactionState) => void;

/** What was sent, and the block before it. */
export interface Departure {
  readonly handle: Handle;
  readonly since: number;
}

export type Sending =
  | { readonly isSent: true; readonly departure: Departure }
  | { readonly isSent: false; readonly state: TransactionState };

/**
 * Takes a transaction from its trial until it is sent, telling every state on the way. Nothing is sent that would be refused
 * as things stand, and a failure is a state, never an exception.
 */
export function sendOne(transaction: Transaction, open: Open, show: Show): Promise<Sending> {
  return attempt(open, show, async (ports) => {
    const call = await transaction.prepare(ports.client);
    const [gas, isOfContract] = await Promise.all([
      gasFor(ports.client, ports.account, call),
      isContract(ports.client, ports.account),
    ]);
    // What an account that is a contract spends beside the call, its wallet knows.
    return async () => ({ by: "hash", hash: await ports.send(call, isOfContract ? undefined : gas) });
  });
}

/** The same for several that are done as one, or not at all. */
export function sendTogether({ parts }: Batch, open: Open, show: Show): Promise<Sending> {
  return attempt(open, show, async (ports) => {
    const calls: TransactionCall[] = [];
    for (const part of parts) calls.push(await part.prepare(ports.client));
    await simulateTogether(ports.client, ports.account, calls);
    return async () => ({ by: "calls", id: await ports.sendTogether(calls) });
  });
}

async function attempt(
  open: Open,
  show: Show,
  prepare: (ports: Ports) => Promise<() => Promise<Handle>>,
): Promise<Sending> {
  show({ step: "simulating" });
  try {
    const ports = await open();
    const [send, since] = await Promise.all([prepare(ports), ports.client.getBlockNumber()]);
    show({ step: "signing" });
    return { isSent: true, departure: { handle: await send(), since: Number(since) } };
  } catch (error) {
    const state = failureOf(error);
    show(state);
    return { isSent: false, state };
  }
}

/** What a wallet says that would do several calls as one, if its owner let it (EIP-5792). */
const NOT_TOGETHER = ["AtomicReadyWalletRejectedUpgradeError", "AtomicityNotSupportedError"];

/** The name of the failure when calls cannot be done as one after all. */
export const CANNOT_TOGETHER = "CannotTogether";

function failureOf(error: unknown): Failed | { readonly step: "rejected" } {
  const { name, sentence } = explain(error);
  const isApart = error instanceof BaseError && error.walk(isNotTogether) !== null;
  if (isApart) return { step: "failed", name: CANNOT_TOGETHER, sentence };
  return name === "UserRejected" ? { step: "rejected" } : { step: "failed", name, sentence };
}

const isNotTogether = (link: unknown): boolean => link instanceof Error && NOT_TOGETHER.includes(link.name);
