import { type Api, ApiProblem, unwrap } from "@azora/sdk/api";
import { type Manifest, manifestSchema } from "@azora/sdk/manifest";
import { sha256 } from "viem";

/** What the bytes are that the API gives for an evidence hash. */
export type EvidenceState =
  | { readonly kind: "good" | "bad" | "malformed" | "missing" | "unknown" }
  /** They hash to it and speak of another registration, in the ways that the sentences say. */
  | { readonly kind: "foreign"; readonly faults: readonly string[] };

/**
 * Fetches the manifest, hashes it here, so that nobody has to be believed about it, and compares it with what was registered.
 * @param faultsOf why a manifest is not the work's own
 */
export async function checkEvidence(
  api: Api,
  hash: string,
  faultsOf: (manifest: Manifest) => readonly string[],
): Promise<EvidenceState> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(
      await unwrap(api.GET("/v1/evidence/{hash}", { params: { path: { hash } }, parseAs: "arrayBuffer" })),
    );
  } catch (error) {
    return { kind: error instanceof ApiProblem && error.status === 404 ? "missing" : "unknown" };
  }
  if (sha256(bytes) !== hash.toLowerCase()) return { kind: "bad" };
  const manifest = manifestIn(bytes);
  if (manifest === undefined) return { kind: "malformed" };
  const faults = faultsOf(manifest);
  return faults.length === 0 ? { kind: "good" } : { kind: "foreign", faults };
}

function manifestIn(bytes: Uint8Array): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}
