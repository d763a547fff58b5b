import { canonicalManifest, evidenceHash, type Manifest } from "@azora/sdk/manifest";
import { getAddress, type Hex } from "viem";
import { ALICE } from "./names.ts";

/** A manifest of files with this title. */
export const manifestOf = (title: string, files = 1): Manifest => ({
  version: 1,
  chainId: 31_337,
  registrant: getAddress(ALICE),
  title,
  summary: `About ${title}`,
  contributors: [{ node: getAddress(ALICE), weight: 1_000_000 }],
  upstream: [],
  kind: "files",
  files: Array.from({ length: files }, (_, i) => ({ path: `f${i}`, bytes: i, sha256: "0".repeat(64) })),
});

export interface Upload {
  hash: Hex;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What is uploaded of it. */
export function uploadOf(manifest: Manifest): Upload {
  return { hash: evidenceHash(manifest), bytes: new Uint8Array(canonicalManifest(manifest)) };
}
