"use client";

import { attributionRegistryAbi, type Deployment, explain, registerCall } from "@azora/sdk";
import { useEffect, useState } from "react";
import type { Address, PublicClient } from "viem";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { readerOf } from "#wallet/reader.ts";
import type { Work } from "../model/work.ts";

/** How often it is asked again: the bond moves with the load, the fee with the market. */
const PERIOD_MS = 15_000;
/** A pause in typing after which it is worth asking. */
const PAUSE_MS = 500;

export interface Cost {
  /** In wei; undefined while it is not known. */
  readonly bond?: bigint;
  readonly fee?: bigint;
  /** Why it would be refused as it stands. */
  readonly refusal?: string;
  readonly isUnknown?: true;
}

/**
 * What a registration would cost now, and whether it would succeed: it is tried out on the node, nothing is sent.
 * @param isSending Not asked meanwhile: that what is on its way cannot be sent once more is no news.
 */
export function useCost(
  deployment: Deployment,
  account: Address | undefined,
  work: Work | undefined,
  isSending: boolean,
): Cost {
  const rpcUrl = useNetwork()?.rpcUrl ?? null;
  const [cost, setCost] = useState<Cost>({});
  // The work is made anew at each key stroke; its hash tells whether it is another one.
  const hash = work?.evidenceHash;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `hash` stands for `work`
  useEffect(() => {
    if (isSending) return;
    let isCurrent = true;
    const ask = async () => {
      // Without a node of the operator's only a wallet can be asked.
      if (rpcUrl === null && account === undefined) return;
      const client = await readerOf(rpcUrl, deployment);
      const found = await costOf(client, deployment, account, work);
      if (isCurrent) setCost(found);
    };
    const askSafely = () => void ask().catch(() => isCurrent && setCost({ isUnknown: true }));
    const timer = setTimeout(askSafely, PAUSE_MS);
    const period = setInterval(askSafely, PERIOD_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      clearInterval(period);
    };
  }, [rpcUrl, deployment, account, hash, isSending]);
  return cost;
}

async function costOf(
  client: PublicClient,
  { addresses }: Deployment,
  account: Address | undefined,
  work: Work | undefined,
): Promise<Cost> {
  const [bond, price] = await Promise.all([
    client.readContract({
      address: addresses.attributionRegistry,
      abi: attributionRegistryAbi,
      functionName: "bondRequired",
    }),
    client.getGasPrice(),
  ]);
  if (account === undefined || work === undefined) return { bond };
  const call = registerCall(addresses, work.evidenceHash, work.attribution, work.uri, bond);
  try {
    const gas = await client.estimateGas({ account, ...call });
    return { bond, fee: gas * price };
  } catch (error) {
    return { bond, refusal: explain(error).sentence };
  }
}
