"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { Account } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { connectWallet, useWallet } from "#wallet/store.ts";

const Panel = dynamic(() => import("./panel/Panel.tsx").then((module) => module.Panel), {
  ssr: false,
  loading: () => <Skeleton className="mt-4 h-40" />,
});

/** Where an account's owner withdraws what it is owed. For others there is nothing to do, and nothing is loaded. */
export function WithdrawPanel({ account }: { account: Account }): ReactNode {
  const { words } = useApp();
  const network = useNetwork();
  const wallet = useWallet();
  const isOwed = account.owed !== "0" || account.ether.some(({ owed }) => owed !== "0");
  if (network === null) return null;
  if (wallet.status === "connected") {
    return wallet.account.toLowerCase() === account.address.toLowerCase() ? (
      <Panel account={account} network={network} wallet={wallet} />
    ) : null;
  }
  if (!isOwed) return null;
  return (
    <div className="needs-script mt-4 flex flex-wrap items-center justify-between gap-3 rounded-card border border-dashed px-4 py-3 text-muted text-sm sm:px-5">
      {words.wallet.withdraw}
      <Button
        size="small"
        disabled={wallet.status === "loading"}
        onClick={() => void connectWallet().catch(() => undefined)}
      >
        {wallet.status === "loading" ? words.wallet.connecting : words.wallet.connect}
      </Button>
    </div>
  );
}
