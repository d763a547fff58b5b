import type { Address } from "viem";

/** A name changes seldom; one that could not be had may be there soon. */
const KEPT_MS = 3_600_000;
const RETRY_MS = 60_000;
const MOST = 10_000;

interface Known {
  readonly name: Promise<string | undefined>;
  until: number;
}

/** Asks for the name of each account once an hour at most. Without an answer there is no name, and no error. */
export function createNameCache(
  resolve: (address: Address) => Promise<string | undefined>,
  now: () => number = Date.now,
) {
  const known = new Map<string, Known>();
  return (address: Address): Promise<string | undefined> => {
    const key = address.toLowerCase();
    const found = known.get(key);
    if (found !== undefined && found.until > now()) return found.name;
    const asked: Known = {
      until: now() + KEPT_MS,
      name: resolve(address).catch(() => {
        asked.until = now() + RETRY_MS;
        return undefined;
      }),
    };
    known.delete(key);
    known.set(key, asked);
    // A map keeps the order in which things came: the first is the oldest.
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return asked.name;
  };
}
