"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useState, useTransition } from "react";
import { watch } from "#lib/live/watch.ts";

const EVERY_MS = 5_000;

interface RefresherProps {
  every: string;
  away: string;
}

/**
 * Renders the page again every few seconds: an index that stands still tells of no block, and that is what is to be seen.
 * The server is knocked at first, since a refresh that fails would take the page away.
 */
export function Refresher({ every, away }: RefresherProps): ReactNode {
  const router = useRouter();
  const [isAway, setAway] = useState(false);
  const [isRefreshing, startTransition] = useTransition();
  const onKnock = useEffectEvent((isThere: true | undefined) => {
    setAway(isThere === undefined);
    if (isThere && !isRefreshing) startTransition(() => router.refresh());
  });
  useEffect(() => watch(document, knock, onKnock, EVERY_MS), []);
  return isAway ? away : every;
}

async function knock(signal: AbortSignal): Promise<true> {
  const timeout = AbortSignal.timeout(EVERY_MS);
  await fetch("/icon.svg", { method: "HEAD", cache: "no-store", signal: AbortSignal.any([signal, timeout]) });
  return true;
}
