"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { useWallet } from "#wallet/store.ts";

/** Stands on viem and the sdk: whoever only reads does not load them. */
const Deposits = dynamic(() => import("./Deposits.tsx").then((module) => module.Deposits), {
  ssr: false,
});

export function DepositsLoader({ id }: { id: string }): ReactNode {
  return useWallet().status === "connected" && <Deposits id={id} />;
}
