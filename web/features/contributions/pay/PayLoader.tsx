"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { ContributionDetail } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { Invitation } from "#wallet/gate/Invitation.tsx";
import { useWallet } from "#wallet/store.ts";

const Pay = dynamic(() => import("./Pay.tsx").then((module) => module.Pay), {
  ssr: false,
  loading: () => <Skeleton className="h-56" />,
});

/** Stands on viem and the sdk: whoever only reads does not load them. */
export function PayLoader({ work }: { work: ContributionDetail }): ReactNode {
  const { words } = useApp();
  const wallet = useWallet();
  return wallet.status === "connected" ? (
    <Pay work={work} wallet={wallet} />
  ) : (
    <Invitation>{words.wallet.pay}</Invitation>
  );
}
