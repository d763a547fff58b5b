"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { ContributionDetail } from "#lib/api/types.ts";

/** Stands on viem and the sdk: whoever only reads does not wait for them. */
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
  return <Act {...props} />;
}
