"use client";

import { accountNode, attributionRegistryAbi, type Deployment, hashShares, isBytes32 } from "@azora/sdk";
import { attributionOf, createApi, unwrap } from "@azora/sdk/api";
import { useEffect, useState } from "react";
import type { Address } from "viem";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { readerOf } from "#wallet/reader.ts";
import { type Conflict, conflictsOf } from "../model/conflicts.ts";
import type { Judged } from "./judged.ts";

/** The most of the judge's own works that are compared with what is cited. */
const OWN_WORKS = 100;

export type Conflicts =
  | { readonly status: "checking" }
  | { readonly status: "unknown" }
  | { readonly status: "known"; readonly kinds: readonly Conflict[] };

/** Asks the registry whether the judge is a party now, and the index which works are the judge's own. */
export function useConflicts(deployment: Deployment, account: Address, { work }: Judged): Conflicts {
  const { apiUrl } = useApp();
  const rpcUrl = useNetwork()?.rpcUrl ?? null;
  const [conflicts, setConflicts] = useState<Conflicts>({ status: "checking" });
  // The page is rendered anew with each block; who is credited in a work never changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `work.id` stands for `work`
  useEffect(() => {
    let isCurrent = true;
    const check = async () => {
      const [isParty, own] = await Promise.all([
        askRegistry(rpcUrl, deployment, account, work),
        ownWorks(apiUrl, account),
      ]);
      if (isCurrent) setConflicts({ status: "known", kinds: conflictsOf(work, account, isParty, own) });
    };
    check().catch(() => isCurrent && setConflicts({ status: "unknown" }));
    return () => {
      isCurrent = false;
    };
  }, [apiUrl, rpcUrl, deployment, account, work.id]);
  return conflicts;
}

async function askRegistry(
  rpcUrl: string | null,
  deployment: Deployment,
  account: Address,
  work: Judged["work"],
): Promise<boolean> {
  if (!isBytes32(work.id)) return false;
  const client = await readerOf(rpcUrl, deployment);
  const { contributors, upstream } = attributionOf(work);
  return client.readContract({
    address: deployment.addresses.attributionRegistry,
    abi: attributionRegistryAbi,
    functionName: "isParty",
    args: [work.id, account, contributors, hashShares(upstream)],
  });
}

async function ownWorks(apiUrl: string, account: Address): Promise<ReadonlySet<string>> {
  const query = { contributor: accountNode(account), limit: OWN_WORKS };
  const { items } = await unwrap(createApi(apiUrl).GET("/v1/contributions", { params: { query } }));
  return new Set(items.map(({ id }) => id));
}
