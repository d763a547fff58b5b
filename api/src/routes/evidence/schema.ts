import { z } from "@hono/zod-openapi";
import { bytes32, bytes32Input, count, seconds } from "../../http/fields.ts";

export const evidenceParams = z.object({ hash: bytes32Input });

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
