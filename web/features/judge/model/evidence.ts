import { type Api, ApiProblem, unwrap } from "@azora/sdk/api";
import { sha256 } from "viem";

/** What the bytes are that the API gives for an evidence hash. */
export type EvidenceState = "good" | "bad" | "missing" | "unknown";

/** Fetches the manifest and hashes it here, so that nobody has to be believed about it. */
export async function checkEvidence(api: Api, hash: string): Promise<EvidenceState> {
  try {
    const bytes = await unwrap(
      api.GET("/v1/evidence/{hash}", { params: { path: { hash } }, parseAs: "arrayBuffer" }),
    );
    return sha256(new Uint8Array(bytes)) === hash.toLowerCase() ? "good" : "bad";
  } catch (error) {
    return error instanceof ApiProblem && error.status === 404 ? "missing" : "unknown";
  }
}
