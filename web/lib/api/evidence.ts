import { type Manifest, manifestSchema } from "@azora/sdk/manifest";
import { cache } from "react";
import { readApiUrls } from "#lib/config.ts";

/** Where the document with this hash can be had. */
export function evidenceUrl(apiUrl: string, hash: string): string {
  return new URL(`/v1/evidence/${hash}`, apiUrl).href;
}

/** A work's manifest; `missing` if the API has no copy, `malformed` if it is no manifest. */
export const readManifest = cache(async (hash: string): Promise<Manifest | "missing" | "malformed"> => {
  // It has the hash that it is asked for by: it cannot change, so it may be kept.
  const response = await fetch(evidenceUrl(readApiUrls().server, hash), { cache: "force-cache" }).catch(
    () => undefined,
  );
  if (!response?.ok) return "missing";
  const { data } = manifestSchema.safeParse(await response.json().catch(() => undefined));
  return data ?? "malformed";
});
