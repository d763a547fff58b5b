import { z } from "@hono/zod-openapi";

export const MAX_LIMIT = 100;

/** Every read takes it: wait, for a few seconds at most, until the index has this block. */
export const minBlock = z.coerce
  .number()
  .int()
  .min(0)
  .optional()
  .openapi({
    param: { name: "minBlock", in: "query" },
    type: "integer",
    description: "Waits up to ten seconds until the index has reached this block; 504 if it has not by then.",
  });

export const readQuery = z.object({ minBlock });

export const pageQuery = readQuery.extend({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_LIMIT)
    .default(20)
    .openapi({ param: { name: "limit", in: "query" }, type: "integer", default: 20 }),
  cursor: z
    .string()
    .max(200)
    .optional()
    .openapi({ param: { name: "cursor", in: "query" }, description: "The `next` of the page before." }),
});
