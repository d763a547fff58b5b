"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { Block } from "#lib/api/types.ts";

/** The queue stands on viem and the sdk, so it comes after the page's frame. */
const Queue = dynamic(() => import("./Queue.tsx").then((module) => module.Queue), {
  ssr: false,
  loading: () => <Skeleton className="h-56" />,
});

export function QueueLoader({ block }: { block: Block }): ReactNode {
  return <Queue block={block} />;
}
