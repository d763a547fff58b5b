import { z } from "@hono/zod-openapi";

/** An error as RFC 9457 has it: one form for every refusal of the API. */
export const problemSchema = z
  .object({
    type: z
      .string()
      .openapi({ example: "about:blank", description: "A URI that names the kind of problem." }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: "A sentence for people." }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: "What is wrong with which part of the request." }),
    "violated-policies": z
      .array(z.string())
      .optional()
      .openapi({ description: "Which of the policies in `RateLimit-Policy` a caller does not keep to." }),
  })
  .openapi("Problem");

export type Problem = z.infer<typeof problemSchema>;

export const PROBLEM_JSON = "application/problem+json";

/** A response of a route that is a problem. */
export const problemResponse = (description: string) =>
  ({ description, content: { [PROBLEM_JSON]: { schema: problemSchema } } }) as const;

/** What any read may answer besides what it is asked for. */
export const READ_OUTCOMES = {
  304: { description: "You have it already: it would have the `ETag` that you named in `If-None-Match`." },
  400: problemResponse("The request does not fit."),
  503: problemResponse(
    "The index has not caught up with the chain for the first time, or the database is away.",
  ),
  504: problemResponse("The index did not reach `minBlock` in time."),
} as const;

export const NOT_FOUND = { 404: problemResponse("There is no such thing as of this block.") } as const;
