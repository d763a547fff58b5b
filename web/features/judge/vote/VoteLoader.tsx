"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { Invitation } from "#wallet/gate/Invitation.tsx";
import { useWallet } from "#wallet/store.ts";
import type { Judged } from "./judged.ts";

/** Stands on viem and the sdk: whoever only looks around does not load them. */
const Vote = dynamic(() => import("./Vote.tsx").then((module) => module.Vote), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

interface VoteLoaderProps {
  judged: Judged;
  title: string;
}

export function VoteLoader({ judged, title }: VoteLoaderProps): ReactNode {
  const { words } = useApp();
  const wallet = useWallet();
  return wallet.status === "connected" ? (
    <Vote judged={judged} />
  ) : (
    <Card title={title}>
      <Invitation hint={words.wallet.judgeLocal}>{words.wallet.judge}</Invitation>
    </Card>
  );
}
