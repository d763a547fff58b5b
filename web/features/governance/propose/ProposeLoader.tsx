"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Notice } from "#components/ui/Notice.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import type { RuleState } from "./model/rules.ts";

/** Stands on viem and the sdk, so it comes after the page's frame. */
const Propose = dynamic(() => import("./Propose.tsx").then((module) => module.Propose), {
  ssr: false,
  loading: () => <ProposeSkeleton />,
});

interface ProposeLoaderProps {
  rules: readonly RuleState[];
  block: number;
  /** What to say while it is not known which chain this is. */
  noNetwork: string;
}

export function ProposeLoader({ rules, block, noNetwork }: ProposeLoaderProps): ReactNode {
  const network = useNetwork();
  if (network === null) return <Notice tone="warning">{noNetwork}</Notice>;
  return <Propose network={network} rules={rules} block={block} />;
}

export function ProposeSkeleton(): ReactNode {
  return <Skeleton className="h-40" />;
}
