"use client";

import { useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
import { useStrings } from "#strings/index.ts";
import type { Connected } from "#wallet/store.ts";
import { CANNOT_TOGETHER, type Departure, sendOne, sendTogether } from "./run.ts";
import type { Entry } from "./sent/entry.ts";
import { useSent } from "./sent/useSent.ts";
import { stopOf } from "./sentence.ts";
import { isBlocked, isLost, isOnChain, isOver, type TransactionState } from "./state.ts";
import type { Batch, Heading, Progress, Transaction, TransactionKind } from "./transaction.ts";

export interface TransactionRun {
  readonly state: TransactionState;
  /** Of what is or was under way. */
  readonly heading: Heading | undefined;
  readonly progress: Progress | undefined;
  run(transaction: Transaction): Promise<TransactionState>;
  /** Sends several: as one, all or none, where the wallet can, and else one after the other until one fails. */
  runAll(batch: Batch): Promise<TransactionState>;
  /** Looks again for what was sent and is not on the chain yet, or is there and not on the pages. */
  look(): Promise<void>;
  dismiss(): void;
}

const IDLE: TransactionState = { step: "idle" };
const SECOND = 1_000;

/**
 * Sends one kind of transaction about one subject, for a connected account, and tells how far it is. One that was under way
 * when the page was left is shown again.
 */
export function useTransaction(wallet: Connected, kind: TransactionKind, subject: string): TransactionRun {
  const words = useStrings().transactions;
  const sent = useSent(wallet);
  /** What is said before it is sent. */
  const [early, setEarly] = useState<TransactionState>(IDLE);
  const [asked, setAsked] = useState<Heading>();
  const [progress, setProgress] = useState<Progress>();
  /** Of what was sent. */
  const [id, setId] = useState<string>();
  const entry = useStore(sent.box.store, ({ entries }) => entries.find((found) => found.id === id));
  const state = entry?.state ?? early;

  useEffect(() => {
    const { entries } = sent.box.store.getState();
    const left = entries.find((found) => found.kind === kind && found.subject === subject && isLeft(found));
    setEarly(IDLE);
    setProgress(undefined);
    setId(left?.id);
    if (left !== undefined && !isOver(left.state)) void sent.follow(left.id);
  }, [sent, kind, subject]);

  const untold = entry !== undefined && isOver(entry.state) && !entry.isTold ? entry.id : undefined;
  useEffect(() => {
    if (untold !== undefined) sent.box.update(untold, { isTold: true });
  }, [untold, sent]);

  const begin = useCallback(
    (heading: Heading, as?: string) => {
      setAsked(heading);
      setId(undefined);
      setEarly({ step: "simulating" });
      sent.news.begin(heading.title, as);
    },
    [sent],
  );

  const show = useCallback(
    (title: string, next: TransactionState) => {
      setEarly(next);
      sent.news.early(title, next);
    },
    [sent],
  );

  const goOn = useCallback(
    async ({ title, record }: Heading, { handle, since }: Departure): Promise<TransactionState> => {
      const key = handle.by === "hash" ? handle.hash : handle.id;
      const at = Math.floor(Date.now() / SECOND);
      const pending = { step: "pending", ...(handle.by === "hash" && { hash: handle.hash }) } as const;
      sent.box.add({
        id: key,
        kind,
        subject,
        title,
        record,
        handle,
        since,
        at,
        state: pending,
        isTold: false,
      });
      setId(key);
      setEarly(IDLE);
      return (await sent.follow(key)) ?? pending;
    },
    [sent, kind, subject],
  );

  const runOne = useCallback(
    async (transaction: Transaction, as?: string): Promise<TransactionState> => {
      begin(transaction, as);
      const sending = await sendOne(transaction, sent.open, (next) => show(transaction.title, next));
      return sending.isSent ? goOn(transaction, sending.departure) : sending.state;
    },
    [sent, begin, show, goOn],
  );

  const runEach = useCallback(
    async ({ parts }: Batch): Promise<TransactionState> => {
      let last: TransactionState = IDLE;
      for (const [done, part] of parts.entries()) {
        const now = { done, of: parts.length };
        setProgress(now);
        last = await runOne(part, words.part(part.title, done + 1, parts.length));
        const stop = stopOf(last, now, words);
        if (stop !== undefined) sent.news.more(stop);
        if (!isOnChain(last)) return last;
      }
      setProgress({ done: parts.length, of: parts.length });
      return last;
    },
    [runOne, sent, words],
  );

  const run = useCallback(
    async (transaction: Transaction) => {
      if (isBlocked(state)) return state;
      setProgress(undefined);
      return runOne(transaction);
    },
    [state, runOne],
  );

  const runAll = useCallback(
    async (batch: Batch) => {
      if (isBlocked(state)) return state;
      setProgress(undefined);
      begin(batch);
      if (!(await canTogether(sent.open))) return runEach(batch);
      // That it has to be one after the other is no end.
      const sending = await sendTogether(batch, sent.open, (next) => {
        if (!isApart(next)) show(batch.title, next);
      });
      if (sending.isSent) return goOn(batch, sending.departure);
      return isApart(sending.state) ? runEach(batch) : sending.state;
    },
    [state, sent, begin, show, goOn, runEach],
  );

  const look = useCallback(async () => {
    if (id !== undefined && (isLost(state) || isOnChain(state))) await sent.look(id);
  }, [id, state, sent]);

  const dismiss = useCallback(() => {
    // What is over stays in the list of what was sent.
    if (entry !== undefined && !isOver(entry.state) && !isOnChain(entry.state)) sent.drop(entry.id);
    setEarly(IDLE);
    setProgress(undefined);
    setId(undefined);
  }, [entry, sent]);

  return { state, heading: entry ?? asked, progress, run, runAll, look, dismiss };
}

/** Whether there is something to say of it to whoever comes back to where it was sent. */
const isLeft = ({ state, isTold }: Entry): boolean => !isOver(state) || !isTold;

const isApart = (state: TransactionState): boolean =>
  state.step === "failed" && state.name === CANNOT_TOGETHER;

/** A wallet that cannot be asked cannot do it either; what keeps it from answering is said when it is asked to send. */
async function canTogether(open: Parameters<typeof sendOne>[1]): Promise<boolean> {
  try {
    return await (await open()).isAtomic();
  } catch {
    return false;
  }
}
