"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { Judged } from "./judged.ts";

/** The vote stands on viem and the sdk; the evidence beside it does not wait for them. */
const Vote = dynamic(() => import("./Vote.tsx").then((module) => module.Vote), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

export function VoteLoader({ judged }: { judged: Judged }): ReactNode {
  return <Vote judged={judged} />;
}
