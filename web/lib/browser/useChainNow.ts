"use client";

import { useEffect, useState } from "react";

const TICK_MS = 1_000;

/**
 * The chain's time in seconds, from that of the block that the page shows, going on by the reader's clock until the next one
 * is shown. The two clocks may be far apart, on a local chain above all: so the reader's is only used to count.
 */
export function useChainNow(blockTime: number): number {
  const [start, setStart] = useState({ blockTime, at: 0 });
  const [now, setNow] = useState(0);
  if (start.blockTime !== blockTime) setStart({ blockTime, at: now });
  useEffect(() => {
    const begin = performance.now();
    const timer = setInterval(() => setNow(Math.floor((performance.now() - begin) / 1_000)), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return start.blockTime + Math.max(0, now - start.at);
}
