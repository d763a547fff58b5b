"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { Account } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { Invitation } from "#wallet/gate/Invitation.tsx";
import { useWallet } from "#wallet/store.ts";
import { hasToWithdraw } from "./model.ts";

const Panel = dynamic(() => import("./panel/Panel.tsx").then((module) => module.Panel), {
  ssr: false,
  loading: () => <Skeleton className="mt-4 h-40" />,
});

/** Where an account's owner withdraws what it is owed. For others there is nothing to do, and nothing is loaded. */
export function WithdrawPanel({ account, now }: { account: Account; now: number }): ReactNode {
  const { words } = useApp();
  const network = useNetwork();
  const wallet = useWallet();
  if (network === null) return null;
  if (wallet.status === "connected") {
    return wallet.account.toLowerCase() === account.address.toLowerCase() ? (
      <Panel account={account} network={network} wallet={wallet} now={now} />
    ) : null;
  }
  if (!hasToWithdraw(account)) return null;
  return (
    <div className="mt-4">
      <Invitation>{words.wallet.withdraw}</Invitation>
    </div>
  );
}
