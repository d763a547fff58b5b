import { LRUCache } from "lru-cache";
import type { Address } from "viem";

/** A name changes seldom; one that could not be had may be there soon. */
const KEPT_MS = 3_600_000;
const RETRY_MS = 60_000;
const MOST = 10_000;

type Name = Promise<string | undefined>;

/** Asks for the name of each account once an hour at most. Without an answer there is no name, and no error. */
export function createNameCache(
  resolve: (address: Address) => Name,
  now: () => number = Date.now,
): (address: Address) => Name {
  const known = new LRUCache<string, Name>({ max: MOST, ttl: KEPT_MS, ttlResolution: 0, perf: { now } });
  return (address) => {
    const key = address.toLowerCase();
    const found = known.get(key);
    if (found !== undefined) return found;
    const name: Name = resolve(address).catch(() => {
      known.set(key, name, { ttl: RETRY_MS });
      return undefined;
    });
    known.set(key, name);
    return name;
  };
}
