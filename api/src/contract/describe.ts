import type { OpenAPIHono } from "@hono/zod-openapi";
import { isFree, LIMIT_HEADER, POLICY_HEADER } from "../callers/limitCallers.ts";
import { PROBLEM_JSON } from "../http/problem.ts";

const INFO = {
  title: "Azora",
  version: "1",
  description:
    "What the index knows of Azora, and evidence by its hash. Every read is one snapshot of the index and says as of which block; `minBlock` waits for one. Amounts are in wei, weights in parts per million, times in seconds of the chain's clock. The same is there as GraphQL, at `/graphql`.",
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
};

/** Whatever is asked, who asks too often is refused; probes are not. */
const TOO_MANY = {
  description: "This address asks for more than its share.",
  headers: {
    "Retry-After": { description: "In seconds.", schema: { type: "integer" } },
    [POLICY_HEADER]: {
      description: 'The limits that count, such as `"requests";q=100;w=1`: so many in so many seconds.',
      schema: { type: "string" },
    },
    [LIMIT_HEADER]: {
      description: 'What is left of them, such as `"requests";r=0;t=1`: so many, for so many seconds.',
      schema: { type: "string" },
    },
  },
  content: { [PROBLEM_JSON]: { schema: { $ref: "#/components/schemas/Problem" } } },
} as const;

/** Whoever names a block may say how long it waits for it. */
const PREFER = {
  name: "Prefer",
  in: "header",
  required: false,
  description:
    "`wait=5` waits for `minBlock` so many seconds at the most, up to ten (RFC 7240); `Preference-Applied` says how long.",
  schema: { type: "string" },
} as const;

/** OpenAPI 3.1 of all routes, from the schemas that check them. */
export function describeRoutes(app: OpenAPIHono) {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: INFO,
    // Where the description is served, and nothing that anybody would need a key for.
    servers: [{ url: "/" }],
    security: [],
  });
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    if (isFree(path)) continue;
    for (const operation of Object.values(methods)) {
      operation.responses[429] = TOO_MANY;
      if (operation.parameters?.some(({ name }: { name: string }) => name === "minBlock"))
        operation.parameters.push(PREFER);
    }
  }
  return document;
}
