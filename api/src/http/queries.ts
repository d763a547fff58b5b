import { z } from "@hono/zod-openapi";

export const MAX_LIMIT = 100;
const PAGE_SIZE = { min: 1, max: MAX_LIMIT };

/**
 * A whole number as it stands in a URL: decimal digits, and nothing else that JavaScript would take for a number. GraphQL's
 * arguments are numbers already.
 */
export const wholeNumber = ({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value),
    z.number("must be a whole number in decimal digits").int().min(min).max(max),
  );

/** How OpenAPI describes it: it cannot see into what is read first. */
export const described = ({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}) =>
  ({ type: "integer", minimum: min, maximum: max }) as const;

/** Every read takes it: wait, for a few seconds at most, until the index has this block. */
export const minBlock = wholeNumber()
  .optional()
  .openapi({
    ...described(),
    param: { name: "minBlock", in: "query" },
    description: "Waits up to ten seconds until the index has reached this block; 504 if it has not by then.",
  });

export const readQuery = z.object({ minBlock });

export const pageQuery = readQuery.extend({
  limit: wholeNumber(PAGE_SIZE)
    .default(20)
    .openapi({ ...described(PAGE_SIZE), param: { name: "limit", in: "query" }, default: 20 }),
  cursor: z
    .string()
    .max(200)
    .optional()
    .openapi({ param: { name: "cursor", in: "query" }, description: "The `next` of the page before." }),
});
