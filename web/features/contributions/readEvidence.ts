import type { Manifest } from "@azora/sdk/manifest";
import { readManifest } from "#lib/api/evidence.ts";
import { readNetwork } from "#lib/api/read.ts";
import { faultsOf, type Registered } from "./evidence.ts";

/** What there is under a work's evidence hash. Only `own` is evidence of this work. */
export type Evidence =
  | { readonly kind: "missing" | "malformed" }
  | { readonly kind: "own"; readonly manifest: Manifest }
  /** It speaks of another registration: somebody registered a copied hash, or misstated what it says. */
  | { readonly kind: "foreign"; readonly faults: readonly string[] };

export async function readEvidence(work: Registered & { evidenceHash: string }): Promise<Evidence> {
  const [manifest, network] = await Promise.all([readManifest(work.evidenceHash), readNetwork()]);
  if (typeof manifest === "string") return { kind: manifest };
  const faults = faultsOf(manifest, work, network?.chainId);
  return faults.length === 0 ? { kind: "own", manifest } : { kind: "foreign", faults };
}
