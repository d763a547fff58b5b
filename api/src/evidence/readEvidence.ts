import { createHash } from "node:crypto";
import { canonicalManifest, manifestSchema } from "@azora/sdk/manifest";
import type { Hex } from "viem";
import { refuseBody } from "../http/errors.ts";
import type { Evidence } from "./EvidenceStore.ts";

const refuse = (sentence: string, cause?: unknown) => refuseBody(422, sentence, { cause });

/**
 * Reads evidence that came under a hash.
 * @throws ProblemError if it does not hash to it, or is no manifest in canonical form
 */
export function readEvidence(hash: Hex, bytes: Uint8Array<ArrayBuffer>): Evidence {
  const actual = `0x${createHash("sha256").update(bytes).digest("hex")}`;
  if (actual !== hash) throw refuse(`These bytes hash to ${actual}, not to ${hash}.`);
  const { success, data, error } = manifestSchema.safeParse(parseJson(bytes));
  if (!success) {
    const issue = error.issues[0];
    throw refuse(`This is no manifest: ${issue?.path.join(".") || "it"}: ${issue?.message}.`);
  }
  // One spelling for one manifest: two programs that agree on the facts agree on the hash.
  if (Buffer.compare(canonicalManifest(data), bytes) !== 0)
    throw refuse(
      "This manifest is not in the canonical form of RFC 8785, with sorted keys and without white space.",
    );
  return { hash, bytes, manifest: data };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    throw refuse("This is not JSON in UTF-8.", cause);
  }
}
