import { formatEth } from "../units.ts";
import { RegistrationRevertedError } from "./errors.ts";
import { isRegistered, type Sender, sendRegistration } from "./send.ts";
import type { Ready, Survey } from "./survey.ts";
import type { ImportProgress } from "./types.ts";

/** Says what happened. @param more how many more stand on the chain now */
export type Report = (step: ImportProgress["step"], sentence: string, more?: number) => void;

/** A registration that was estimated to succeed and reverts means that somebody was quicker; not three times. */
const TRIES = 3;

/** Sends registrations in batches: nonces in order, the receipts awaited together. */
export function createBatches(sender: Sender, signal: AbortSignal | undefined) {
  const failures = new Map<string, number>();
  const { client, wallet } = sender;

  function noteOutcome({ group, decision }: Ready, done: boolean, report: Report): boolean {
    if (!done) {
      const count = (failures.get(group.key) ?? 0) + 1;
      if (count >= TRIES) throw new RegistrationRevertedError(group.title);
      failures.set(group.key, count);
      return false;
    }
    report("registered", `Registered "${group.title}".`, 1);
    const lost = decision.dropped.length;
    if (lost > 0) {
      const works = lost === 1 ? "1 work that was" : `${lost} works that were`;
      report("dropped", `"${group.title}" cannot cite ${works} not accepted; its people keep that part.`);
    }
    return true;
  }

  /** Gives how many were registered. Throws what stopped it after those that were sent before. */
  return async (batch: Ready[], { nodes }: Survey, bond: bigint, report: Report): Promise<number> => {
    const { address } = wallet.account;
    const first = await client.getTransactionCount({ address, blockTag: "pending" });
    const sent: Promise<boolean>[] = [];
    let failure: { error: unknown } | undefined;
    for (const [place, ready] of batch.entries()) {
      if (signal?.aborted) break;
      try {
        const hash = await sendRegistration(sender, ready, nodes, bond, first + place);
        report("sent", `Sent "${ready.group.title}" with a bond of ${formatEth(bond)}.`);
        sent.push(isRegistered(client, hash).then((done) => noteOutcome(ready, done, report)));
      } catch (error) {
        failure = { error };
        break;
      }
    }
    const outcomes = await unlessAborted(Promise.all(sent), signal);
    if (failure) throw failure.error;
    return outcomes.filter(Boolean).length;
  };
}

/** What was sent is not waited for once the import is to stop: the next run finds it on the chain. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
