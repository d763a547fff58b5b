"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { Invitation } from "#wallet/gate/Invitation.tsx";
import { useWallet } from "#wallet/store.ts";
import type { RuleState } from "./model/rules.ts";

/** Stands on viem and the sdk: whoever only looks around does not load them. */
const Propose = dynamic(() => import("./Propose.tsx").then((module) => module.Propose), {
  ssr: false,
  loading: () => <ProposeSkeleton />,
});

interface ProposeLoaderProps {
  rules: readonly RuleState[];
  block: number;
  /** What to say while it is not known which chain this is. */
  noNetwork: ReactNode;
  /** Why to connect, and what to know of it on a local chain. */
  connect: string;
  connectLocal: string;
  /** What is to be known before, shown until somebody connects. */
  children: ReactNode;
}

export function ProposeLoader({
  rules,
  block,
  noNetwork,
  connect,
  connectLocal,
  children,
}: ProposeLoaderProps): ReactNode {
  const network = useNetwork();
  const wallet = useWallet();
  if (network === null) return noNetwork;
  if (wallet.status !== "connected")
    return (
      <div className="grid gap-4">
        <Invitation hint={connectLocal}>{connect}</Invitation>
        {children}
      </div>
    );
  return <Propose network={network} rules={rules} block={block} />;
}

export function ProposeSkeleton(): ReactNode {
  return <Skeleton className="h-40" />;
}
