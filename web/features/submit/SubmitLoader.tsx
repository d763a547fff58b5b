"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Notice } from "#components/ui/Notice.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { useNetwork } from "#lib/browser/useNetwork.ts";

/** The form stands on viem and the sdk, so it comes after the page's frame. It begins with what this browser has kept. */
const Form = dynamic(() => import("./form/SubmitForm.tsx").then(({ SubmitForm }) => SubmitForm), {
  ssr: false,
  loading: () => <SubmitSkeleton />,
});

interface SubmitLoaderProps {
  maxUpstream: number | undefined;
  /** What to say while it is not known which chain this is. */
  noNetwork: string;
}

export function SubmitLoader({ maxUpstream, noNetwork }: SubmitLoaderProps): ReactNode {
  const network = useNetwork();
  if (network === null) return <Notice tone="warning">{noNetwork}</Notice>;
  return <Form key={`${network.chainId} ${network.genesis}`} network={network} maxUpstream={maxUpstream} />;
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
