"use client";

import { type Deployment, Direction } from "@azora/sdk";
import { useEffect, useState } from "react";
import type { Address } from "viem";
import type { ContributionDetail } from "#lib/api/types.ts";
import { loadStack } from "#wallet/store.ts";
import type { DirectionName } from "./model.ts";
import { type Prices, readPrices } from "./price.ts";

const PERIOD_MS = 12_000;

/**
 * What a challenge in a direction costs, asked for again and again; undefined while that is not known.
 * @param version Asks at once whenever it is another one.
 */
export function usePrices(
  deployment: Deployment,
  account: Address,
  { level, rulesVersion }: Pick<ContributionDetail, "level" | "rulesVersion">,
  direction: DirectionName,
  version: string,
): Prices | undefined {
  const [found, setFound] = useState<{ of: DirectionName; prices: Prices }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when something may have changed
  useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      const { client } = await loadStack();
      const priced = { level: level ?? 0, rulesVersion, direction: Direction[direction] };
      const prices = await readPrices(client, deployment, account, priced);
      if (isCurrent) setFound({ of: direction, prices });
    };
    const askOnce = () => void ask().catch(() => undefined);
    askOnce();
    const period = setInterval(askOnce, PERIOD_MS);
    return () => {
      isCurrent = false;
      clearInterval(period);
    };
  }, [deployment, account, level, rulesVersion, direction, version]);
  return found?.of === direction ? found.prices : undefined;
}
