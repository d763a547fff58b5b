"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { Invitation } from "#wallet/gate/Invitation.tsx";
import { useWallet } from "#wallet/store.ts";

const Voice = dynamic(() => import("./Voice.tsx").then((module) => module.Voice), {
  ssr: false,
  loading: () => <Skeleton className="h-40" />,
});

/** The Voice of the connected account. Whoever only reads loads none of its code. */
export function VoicePanel({ block }: { block: number }): ReactNode {
  const { words } = useApp();
  const network = useNetwork();
  const wallet = useWallet();
  if (network === null) return null;
  return wallet.status === "connected" ? (
    <Voice key={wallet.account} network={network} wallet={wallet} block={block} />
  ) : (
    <Invitation>{words.wallet.govern}</Invitation>
  );
}
