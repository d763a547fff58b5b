"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { loadStrings } from "#strings/load.ts";
import { isRemembered } from "./remembered.ts";
import { connectWallet, giveUpStack, loadStack, useIsStackWanted, useWallet } from "./store.ts";

type Loaded = typeof import("./loaded.ts");

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
    // Its code is large: whoever clicked is to see first that it comes, so it waits until a frame was painted. With its words,
    // since no Suspense boundary stands around it.
    requestAnimationFrame(() =>
      setTimeout(() => {
        Promise.all([import("./loaded.ts"), loadStrings(language)]).then(
          ([code]) => setLoaded(code),
          giveUpStack,
        );
      }),
    );
  }, [isWanted, loaded, language]);
  return loaded;
}

/** Finds the account of last time again, when the page has nothing better to do. */
function useReconnection(): void {
  useEffect(() => {
    if (!isRemembered()) return;
    // Not every browser has it.
    (window.requestIdleCallback ?? setTimeout)(() => void loadStack().catch(() => undefined));
  }, []);
}
