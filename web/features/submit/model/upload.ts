import { type Api, ApiProblem, unwrap } from "@azora/sdk/api";
import type { Work } from "./work.ts";

/** Why the evidence was not handed in: nobody answered, or the API said why. */
export type UploadTrouble = { readonly why: "away" } | { readonly why: "refused"; readonly reason: string };

/** Hands the manifest to the API, byte for byte as it is hashed. Undefined when it is kept. */
export async function uploadManifest(
  api: Api,
  { evidenceHash, manifest }: Pick<Work, "evidenceHash" | "manifest">,
): Promise<UploadTrouble | undefined> {
  try {
    await unwrap(
      api.PUT("/v1/evidence/{hash}", {
        params: { path: { hash: evidenceHash } },
        body: {},
        bodySerializer: () => manifest,
        headers: { "Content-Type": "application/json" },
      }),
    );
    return undefined;
  } catch (error) {
    return error instanceof ApiProblem ? { why: "refused", reason: error.message } : { why: "away" };
  }
}
