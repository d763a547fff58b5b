"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useStrings } from "#strings/index.ts";
import { type Connected, connectWallet, useWallet } from "../store.ts";
import { WrongNetwork } from "./WrongNetwork.tsx";

interface WalletGateProps {
  /** What the account is needed for. */
  reason: string;
  /** What to know of it on a local chain. */
  localHint: string;
  /** Shown to a connected account on the right chain. */
  children: (wallet: Connected) => ReactNode;
}

/** What needs an account, behind all that can be in the way of one: each has its own words. */
export function WalletGate({ reason, localHint, children }: WalletGateProps): ReactNode {
  const { wallet: t } = useStrings();
  const { network } = useApp();
  const wallet = useWallet();
  if (wallet.status === "connected") return wallet.isRightChain ? children(wallet) : <WrongNetwork />;
  if (network === null) return <Notice tone="warning">{t.gate.noNetwork}</Notice>;
  const isLoading = wallet.status === "loading";
  return (
    <div className="flex flex-col items-start gap-3 rounded-card border border-dashed p-4 sm:p-5">
      <p className="text-sm">
        {reason} {network.local && <span className="text-muted">{localHint}</span>}
      </p>
      {wallet.status === "unavailable" && <Notice tone="bad">{t.gate.unavailable}</Notice>}
      <Button variant="primary" busy={isLoading} onClick={() => void connectWallet().catch(() => undefined)}>
        {isLoading ? t.gate.loading : t.gate.connect}
      </Button>
    </div>
  );
}
