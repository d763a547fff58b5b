"use client";

import { type ReactNode, startTransition, useEffect, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { afterPaint } from "#lib/browser/afterPaint.ts";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { loadStrings } from "#strings/load.ts";
import { isRemembered } from "./remembered.ts";
import { connectWallet, giveUpStack, loadStack, useIsStackWanted, useWallet } from "./store.ts";

type Loaded = typeof import("./loaded.ts");

/** How long a browser without `requestIdleCallback` is left to its own work. */
const IDLE_MS = 500;

/** The place of the account in the header. It holds no wallet code: that comes when somebody connects, or was connected. */
export function AccountMenu(): ReactNode {
  const { words } = useApp();
  const network = useNetwork();
  const wallet = useWallet();
  const loaded = useLoaded();
  useReconnection();
  const button =
    wallet.status === "connected" && loaded !== undefined ? (
      <loaded.AccountButton wallet={wallet} />
    ) : (
      <Button
        size="small"
        disabled={network === null}
        aria-busy={wallet.status === "loading"}
        data-tip={network === null ? words.wallet.noNetwork : undefined}
        onClick={() => void connectWallet().catch(() => undefined)}
        className="needs-script"
      >
        {wallet.status === "loading" ? words.wallet.connecting : words.wallet.connect}
      </Button>
    );
  return (
    <>
      {loaded !== undefined && network !== null && (
        <loaded.Stack key={`${network.chainId} ${network.rpcUrl}`} network={network} />
      )}
      {loaded !== undefined && wallet.status === "connected" && wallet.isRightChain && (
        <loaded.Following key={wallet.account} wallet={wallet} />
      )}
      {button}
      <span
        role="status"
        className="absolute top-full right-4 mt-2 rounded-control text-canvas text-sm not-empty:bg-ink not-empty:px-3 not-empty:py-1.5"
      >
        {wallet.status === "unavailable" && words.wallet.unavailable}
      </span>
    </>
  );
}

/** The wallet's code, as soon as somebody wants it. A chunk that does not arrive is a state, not a crash. */
function useLoaded(): Loaded | undefined {
  const isWanted = useIsStackWanted();
  const { language } = useApp();
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    if (!isWanted || loaded !== undefined) return;
    // Its code is large, and whoever clicked is to see first that it comes. With its words, since no Suspense boundary stands
    // around it.
    afterPaint()
      .then(() => Promise.all([import("./loaded.ts"), loadStrings(language)]))
      .then(([code]) => startTransition(() => setLoaded(code)), giveUpStack);
  }, [isWanted, loaded, language]);
  return loaded;
}

/** Finds the account of last time again, when the page has nothing better to do. */
function useReconnection(): void {
  useEffect(() => {
    if (!isRemembered()) return;
    const load = () => void loadStack().catch(() => undefined);
    if (typeof requestIdleCallback === "function") {
      const id = requestIdleCallback(load);
      return () => cancelIdleCallback(id);
    }
    const id = setTimeout(load, IDLE_MS);
    return () => clearTimeout(id);
  }, []);
}
