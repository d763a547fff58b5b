import type { Address } from "viem";
import { readNetwork } from "#lib/api/read.ts";
import { createNameCache } from "#lib/names/cache.ts";
import { ensClient, resolveName } from "#lib/names/resolve.ts";

const MOST = 50;

type Names = ReturnType<typeof createNameCache>;

/** One for each network that this server has served. */
const caches = new Map<string, Names | undefined>();

/** What accounts are called in ENS, for pages that have been read already. */
export async function GET(request: Request): Promise<Response> {
  const names = await namesOfNetwork();
  if (names === undefined) return new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams.get("of")?.split(",") ?? [];
  if (asked.length > MOST || !asked.every(isAddressLike)) return new Response(null, { status: 400 });
  const found = await Promise.all(asked.map(async (address) => [address, await names(address)]));
  const body = Object.fromEntries(found.filter(([, name]) => name !== undefined));
  return Response.json(body, { headers: { "Cache-Control": "public, max-age=600" } });
}

async function namesOfNetwork(): Promise<Names | undefined> {
  const network = await readNetwork();
  if (network === undefined || network.rpcUrl === null) return undefined;
  const { chainId, rpcUrl } = network;
  const key = `${chainId} ${rpcUrl}`;
  if (!caches.has(key)) {
    const client = ensClient(chainId, rpcUrl);
    caches.set(key, client && createNameCache((address) => resolveName(client, address)));
  }
  return caches.get(key);
}

const isAddressLike = (text: string): text is Address => /^0x[0-9a-f]{40}$/.test(text);
