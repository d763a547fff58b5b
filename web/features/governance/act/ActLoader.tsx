"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { ProposalDetail } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { Invitation } from "#wallet/gate/Invitation.tsx";
import { useWallet } from "#wallet/store.ts";

const Act = dynamic(() => import("./Act.tsx").then((module) => module.Act), {
  ssr: false,
  loading: () => <Skeleton className="h-40" />,
});

interface ActLoaderProps {
  proposal: ProposalDetail;
  now: number;
}

/** Stands on viem and the sdk: whoever only reads does not load them. */
export function ActLoader({ proposal, now }: ActLoaderProps): ReactNode {
  const { words } = useApp();
  const wallet = useWallet();
  return wallet.status === "connected" ? (
    <Act proposal={proposal} now={now} wallet={wallet} />
  ) : (
    <Invitation>{words.wallet.govern}</Invitation>
  );
}
