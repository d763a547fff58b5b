import { namesOf } from "#features/contributions/names.ts";
import { readManifest } from "#lib/api/evidence.ts";
import { readContributions } from "#lib/api/read.ts";

/** What an identity is called, by the evidence of a work that credits it. Undefined if this index has none. */
export async function readName(node: string): Promise<string | undefined> {
  const { items } = await readContributions({ contributor: node, limit: 1 });
  const [work] = items;
  if (work === undefined) return undefined;
  const manifest = await readManifest(work.evidenceHash);
  return typeof manifest === "string" ? undefined : namesOf(manifest).get(node);
}
