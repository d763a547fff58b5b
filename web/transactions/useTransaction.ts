"use client";

import { AzoraError } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useApp } from "#lib/app/AppProvider.tsx";
import { browserStorage } from "#lib/browser/storage.ts";
import { useStrings } from "#strings/index.ts";
import { type Connected, loadStack } from "#wallet/store.ts";
import { createMemory, forget, type Place, type Remembered, recall } from "./memory.ts";
import { followTransaction, type Ports, runTransaction, seenState } from "./run.ts";
import { waitForIndex } from "./seen.ts";
import { isBlocked, isOnChain, lostHash, NO_WALLET, type TransactionState } from "./state.ts";
import type { Heading, Transaction, TransactionKind } from "./transaction.ts";

export interface TransactionRun {
  readonly state: TransactionState;
  /** Of what is or was under way. */
  readonly heading: Heading | undefined;
  run(transaction: Transaction): Promise<TransactionState>;
  /** Looks again for what was sent and is not on the chain yet, or is there and not on the pages. */
  look(): Promise<void>;
  dismiss(): void;
}

const IDLE: TransactionState = { step: "idle" };

/**
 * Sends one kind of transaction about one subject, for a connected account, and tells how far it is. One that was under way
 * when the page was left is followed again.
 */
export function useTransaction(wallet: Connected, kind: TransactionKind, subject: string): TransactionRun {
  const { apiUrl } = useApp();
  const { noWallet } = useStrings().transactions;
  const router = useRouter();
  const [state, setState] = useState<TransactionState>(IDLE);
  const [heading, setHeading] = useState<Heading>();
  const isMounted = useRef(true);
  const { account, chainId } = wallet;
  const place = useMemo<Place>(
    () => ({ chainId, account, kind, subject }),
    [chainId, account, kind, subject],
  );

  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const show = useCallback(
    (next: TransactionState) => {
      if (isMounted.current) setState(next);
      // The pages read the index on the server: they have what is new as soon as they are asked again.
      if (next.step === "indexed") router.refresh();
    },
    [router],
  );

  const seen = useCallback(
    (block: number) => {
      const query = { minBlock: block };
      return waitForIndex(() => unwrap(createApi(apiUrl).GET("/v1/head", { params: { query } })));
    },
    [apiUrl],
  );

  const portsFor = useCallback(
    async (what: Heading): Promise<Ports> => {
      const { client, send } = await loadStack().catch((cause) => {
        throw new AzoraError(NO_WALLET, [], noWallet, cause);
      });
      return {
        account,
        client,
        send: (call, gas) => send(account, call, gas),
        seen,
        memory: createMemory(browserStorage(), place, what),
      };
    },
    [account, seen, place, noWallet],
  );

  const resume = useCallback(
    async (left: Remembered) => {
      setHeading(left);
      await followTransaction(left.hash, () => portsFor(left), show, { sent: left.sent });
    },
    [portsFor, show],
  );

  useEffect(() => {
    const left = recall(browserStorage(), place);
    if (left !== undefined) void resume(left);
  }, [place, resume]);

  const run = useCallback(
    async (transaction: Transaction) => {
      if (isBlocked(state)) return state;
      setHeading(transaction);
      return runTransaction(transaction, () => portsFor(transaction), show);
    },
    [state, portsFor, show],
  );

  const look = useCallback(async () => {
    const lost = lostHash(state);
    if (lost !== undefined && heading !== undefined)
      await resume({ ...recall(browserStorage(), place), hash: lost, ...heading });
    if (!isOnChain(state)) return;
    const { hash, block } = state;
    show({ step: "confirmed", hash, block });
    show(await seenState({ seen }, { hash, block }));
  }, [state, heading, place, resume, seen, show]);

  const dismiss = useCallback(() => {
    forget(browserStorage(), place);
    setState(IDLE);
  }, [place]);
  return { state, heading, run, look, dismiss };
}
