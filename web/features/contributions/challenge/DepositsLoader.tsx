"use client";

import dynamic from "next/dynamic";

/** Stands on viem and the sdk: whoever only reads does not wait for them. */
export const DepositsLoader = dynamic(() => import("./Deposits.tsx").then((module) => module.Deposits), {
  ssr: false,
});
