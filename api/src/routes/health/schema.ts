import { z } from "@hono/zod-openapi";
import { blockRef } from "../../http/fields.ts";

export const liveSchema = z.object({ status: z.literal("live") }).openapi("Live");

const checkSchema = z.object({ name: z.string(), ok: z.boolean(), detail: z.string() });

/** Whether this copy can serve: the database answers, its own schema is up to date, the index is there. */
export const readySchema = z
  .object({ status: z.enum(["ready", "not ready"]), checks: z.array(checkSchema) })
  .openapi("Ready");

/** Whether what it serves is the chain's present: how far the index is behind, and whether it follows the same chain. */
export const freshSchema = z
  .object({
    status: z.enum(["fresh", "stale", "forked", "unknown"]),
    indexed: blockRef.nullable(),
    chain: blockRef.nullable(),
    blocksBehind: z.int().nullable(),
    detail: z.string(),
  })
  .openapi("Fresh");
