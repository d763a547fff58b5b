import type { Block } from "#lib/api/types.ts";

const TIMEOUT_MS = 5_000;

/** The block that the index has reached. Throws what `fetch` throws, and on every answer that is none. */
export async function fetchHead(apiUrl: string, signal: AbortSignal): Promise<Block> {
  const response = await fetch(new URL("/v1/head", apiUrl), {
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    cache: "no-store",
  });
  if (!response.ok) throw new Error(`The API answers ${response.status}.`);
  const { block }: { block: Block } = await response.json();
  return block;
}
