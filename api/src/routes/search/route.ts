import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { answers, readFor } from "../../http/answers.ts";
import { READ_OUTCOMES } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { searchAnswer, searchQuery } from "./schema.ts";
import { search } from "./search.ts";

const get = createRoute({
  method: "get",
  path: "/v1/search",
  operationId: "search",
  tags: ["Search"],
  summary: "Works, accounts and identities by words, numbers, names and the beginnings of addresses",
  request: { query: searchQuery },
  responses: { 200: answers(searchAnswer, "What was found."), ...READ_OUTCOMES },
});

export const searchRoutes = ({ index }: Context) =>
  createRouter().openapi(get, async (c) => {
    const query = c.req.valid("query");
    return c.json(await readFor(c, index, query, (snapshot) => search(snapshot, query)), 200);
  });
