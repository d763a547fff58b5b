import type { OpenAPIHono } from "@hono/zod-openapi";

const INFO = {
  title: "Azora",
  version: "1",
  description:
    "What the index knows of Azora, and evidence by its hash. Every read is one snapshot of the index and says as of which block; `minBlock` waits for one. Amounts are in wei, weights in parts per million, times in seconds of the chain's clock. The same is there as GraphQL, at `/graphql`.",
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
};

/** OpenAPI 3.1 of all routes, from the schemas that check them. */
export const describeRoutes = (app: OpenAPIHono) =>
  app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: INFO,
    // Where the description is served, and nothing that anybody would need a key for.
    servers: [{ url: "/" }],
    security: [],
  });
