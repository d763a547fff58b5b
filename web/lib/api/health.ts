import { readApiUrls } from "#lib/config.ts";
import type { Block, Fresh, Ready } from "./types.ts";

/** What the auditor of an API has proven of its index. */
export type Proven =
  /** All rows of the index come to the chain's ledger of so many leaves. */
  | { readonly state: "proven"; readonly size: number; readonly root: string; readonly block: number }
  | { readonly state: "failed" }
  /** Nobody has checked it yet. */
  | { readonly state: "unchecked" };

/** How an API says it is. What it did not say is undefined. */
export interface Health {
  readonly fresh: Fresh | undefined;
  readonly ready: Ready | undefined;
  readonly index: { readonly block: Block; readonly ledgerSize: number; readonly proven: Proven } | undefined;
}

const TIMEOUT_MS = 4_000;

/** Asks the API about itself, as this server reaches it. No failure is an exception: a failure is what is to be told. */
export async function readHealth(): Promise<Health> {
  const [fresh, ready, index] = await Promise.all([
    ask("/health/fresh", (response): Promise<Fresh> => response.json()),
    ask("/health/ready", (response): Promise<Ready> => response.json()),
    ask("/v1/protocol?fields=ledgerSize", readIndex),
  ]);
  return { fresh, ready, index };
}

/** The health routes tell with 503 what is wrong: that is an answer too. */
const ANSWERS = [200, 503];

async function ask<Answer>(
  path: string,
  read: (response: Response) => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(new URL(path, readApiUrls().server), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: "no-store",
    });
    return ANSWERS.includes(response.status) ? await read(response) : undefined;
  } catch {
    return undefined;
  }
}

async function readIndex(response: Response): Promise<Health["index"]> {
  if (!response.ok) return undefined;
  const { block, protocol }: { block: Block; protocol: { ledgerSize: number } } = await response.json();
  return {
    block,
    ledgerSize: protocol.ledgerSize,
    proven: parseVerified(response.headers.get("Azora-Verified")),
  };
}

/** @param header `742;root="0x…";block=1064`, or `0;failed` */
export function parseVerified(header: string | null): Proven {
  if (header === null) return { state: "unchecked" };
  const [size, root, block] = /^(\d+);root="(0x[0-9a-f]{64})";block=(\d+)$/.exec(header)?.slice(1) ?? [];
  if (size === undefined || root === undefined || block === undefined) return { state: "failed" };
  return { state: "proven", size: Number(size), root, block: Number(block) };
}
