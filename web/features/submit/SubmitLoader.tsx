"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { browserStorage } from "#lib/browser/storage.ts";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { Invitation } from "#wallet/gate/Invitation.tsx";
import { useWallet } from "#wallet/store.ts";
import { draftKey } from "./model/draftKey.ts";

/** The form stands on viem and the sdk: whoever only looks around does not load them. */
const Form = dynamic(() => import("./form/SubmitForm.tsx").then(({ SubmitForm }) => SubmitForm), {
  ssr: false,
  loading: () => <SubmitSkeleton />,
});

interface SubmitLoaderProps {
  maxUpstream: number | undefined;
  /** What to say while it is not known which chain this is. */
  noNetwork: ReactNode;
  /** On the button that opens the form without an account. */
  fill: string;
  /** What is to be known before; shown until somebody begins. */
  children: ReactNode;
}

/** Opens the form for whoever connects, or wants to fill it in before, or has begun to in this browser. */
export function SubmitLoader({ maxUpstream, noNetwork, fill, children }: SubmitLoaderProps): ReactNode {
  const { words } = useApp();
  const network = useNetwork();
  const isConnected = useWallet().status === "connected";
  const [isOpen, setOpen] = useState(false);
  const chainId = network?.chainId;
  useEffect(() => {
    // Once open it stays, whoever disconnects: what was filled in is still there.
    if (isConnected || isShared() || (chainId !== undefined && isBegun(chainId))) setOpen(true);
  }, [isConnected, chainId]);
  if (network === null) return noNetwork;
  if (isOpen)
    return <Form key={`${network.chainId} ${network.genesis}`} network={network} maxUpstream={maxUpstream} />;
  return (
    <div className="flex flex-col gap-4">
      {children}
      <Invitation hint={words.wallet.submitLocal}>{words.wallet.submit}</Invitation>
      <Button className="needs-script self-start" onClick={() => setOpen(true)}>
        {fill}
      </Button>
    </div>
  );
}

/** Another app gives it what is to be filled in, by the address: see app/manifest.ts. */
const isShared = (): boolean => window.location.search !== "";

function isBegun(chainId: number): boolean {
  try {
    return browserStorage()?.getItem(draftKey(chainId)) != null;
  } catch {
    return false;
  }
}

function SubmitSkeleton(): ReactNode {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex flex-col gap-4">
        <Skeleton className="h-72" />
        <Skeleton className="h-64" />
        <Skeleton className="h-60" />
        <Skeleton className="h-52" />
      </div>
      <Skeleton className="h-72" />
    </div>
  );
}
