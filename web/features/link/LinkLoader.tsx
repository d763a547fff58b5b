"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { Invitation } from "#wallet/gate/Invitation.tsx";
import { useWallet } from "#wallet/store.ts";

const LinkForm = dynamic(() => import("./LinkForm.tsx").then((module) => module.LinkForm), {
  ssr: false,
  loading: () => <Skeleton className="h-56" />,
});

/** Stands on viem and the sdk: whoever only reads does not load them. */
export function LinkLoader(): ReactNode {
  const { words } = useApp();
  const network = useNetwork();
  const wallet = useWallet();
  if (network === null) return null;
  return wallet.status === "connected" ? (
    <LinkForm key={`${network.genesis} ${wallet.account}`} network={network} wallet={wallet} />
  ) : (
    <Invitation>{words.wallet.link}</Invitation>
  );
}
