import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { answers, readFor } from "../../http/answers.ts";
import { READ_OUTCOMES } from "../../http/problem.ts";
import { readQuery } from "../../http/queries.ts";
import { createRouter } from "../../http/router.ts";
import { headAnswer } from "./schema.ts";

const getHead = createRoute({
  method: "get",
  path: "/v1/head",
  operationId: "getHead",
  tags: ["Protocol"],
  summary: "The block that the index has reached",
  request: { query: readQuery },
  responses: { 200: answers(headAnswer, "The block."), ...READ_OUTCOMES },
});

export const headRoutes = ({ index }: Context) =>
  createRouter().openapi(getHead, async (c) =>
    c.json(await readFor(c, index, c.req.valid("query"), async () => ({})), 200),
  );
