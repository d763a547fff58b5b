"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { Block } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { Invitation } from "#wallet/gate/Invitation.tsx";
import { useWallet } from "#wallet/store.ts";

/** Stands on viem and the sdk: whoever only looks around does not load them. */
const Queue = dynamic(() => import("./Queue.tsx").then((module) => module.Queue), {
  ssr: false,
  loading: () => <Skeleton className="h-56" />,
});

export function QueueLoader({ block }: { block: Block }): ReactNode {
  const { words } = useApp();
  const wallet = useWallet();
  return wallet.status === "connected" ? (
    <Queue block={block} />
  ) : (
    <Invitation hint={words.wallet.judgeLocal}>{words.wallet.judge}</Invitation>
  );
}
