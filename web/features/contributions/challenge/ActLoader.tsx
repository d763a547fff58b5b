"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { ContributionDetail } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { Invitation } from "#wallet/gate/Invitation.tsx";
import { useWallet } from "#wallet/store.ts";

/** Stands on viem and the sdk: whoever only reads does not load them. */
const Act = dynamic(() => import("./Act.tsx").then((module) => module.Act), {
  ssr: false,
  loading: () => <Skeleton className="h-12" />,
});

interface ActLoaderProps {
  work: ContributionDetail;
  act: "challenge" | "reopen";
  now: number;
}

export function ActLoader(props: ActLoaderProps): ReactNode {
  const { words } = useApp();
  const wallet = useWallet();
  return wallet.status === "connected" ? (
    <Act {...props} />
  ) : (
    <Invitation hint={words.wallet.local}>{words.wallet[props.act]}</Invitation>
  );
}
