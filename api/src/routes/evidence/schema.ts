import { z } from "@hono/zod-openapi";
import { bytes32, bytes32Input, count, seconds } from "../../http/fields.ts";

export const evidenceParams = z.object({ hash: bytes32Input });

/**
 * A manifest as OpenAPI describes it. Not one of the schemas that check a request's body: the bytes are read and hashed as
 * they come, and then checked by the sdk's own schema.
 */
export const manifestBody = {
  type: "object",
  description: "A manifest of version 1 in the canonical form of RFC 8785, at most 1 MiB.",
  additionalProperties: true,
} as const;

/** What is kept, and until when: evidence that no registration names is let go after a while. */
export const storedSchema = z
  .object({
    hash: bytes32.openapi({ description: "SHA-256 of the bytes." }),
    bytes: count,
    expiresAt: seconds
      .nullable()
      .openapi({ description: "By this machine's clock; null once a registration names it." }),
  })
  .openapi("StoredEvidence");
