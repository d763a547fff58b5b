import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { createRouter } from "../../http/router.ts";
import { watchFreshness } from "./fresh.ts";
import { readReadiness } from "./ready.ts";
import { freshSchema, liveSchema, readySchema } from "./schema.ts";

const live = createRoute({
  method: "get",
  path: "/health/live",
  operationId: "getLive",
  tags: ["Health"],
  summary: "Whether this process answers",
  responses: { 200: { description: "It does.", content: { "application/json": { schema: liveSchema } } } },
});

const ready = createRoute({
  method: "get",
  path: "/health/ready",
  operationId: "getReady",
  tags: ["Health"],
  summary: "Whether this copy can serve",
  responses: {
    200: { description: "It can.", content: { "application/json": { schema: readySchema } } },
    503: { description: "It cannot, and why.", content: { "application/json": { schema: readySchema } } },
  },
});

const fresh = createRoute({
  method: "get",
  path: "/health/fresh",
  operationId: "getFresh",
  tags: ["Health"],
  summary: "Whether the index is at the chain's present, on the same fork",
  responses: {
    200: { description: "It is.", content: { "application/json": { schema: freshSchema } } },
    503: {
      description: "It is not, or nobody knows.",
      content: { "application/json": { schema: freshSchema } },
    },
  },
});

export const healthRoutes = ({ index, chain, pool, schemas }: Context) => {
  const readFreshness = watchFreshness(index, chain);
  return createRouter()
    .openapi(live, (c) => c.json({ status: "live" as const }, 200))
    .openapi(ready, async (c) => {
      const readiness = await readReadiness(pool, schemas);
      return c.json(readiness, readiness.status === "ready" ? 200 : 503);
    })
    .openapi(fresh, async (c) => {
      const freshness = await readFreshness();
      return c.json(freshness, freshness.status === "fresh" ? 200 : 503);
    });
};
