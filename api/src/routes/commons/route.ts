import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readSparse, sparseAnswers } from "../../http/answers.ts";
import { READ_OUTCOMES } from "../../http/problem.ts";
import { readQuery } from "../../http/queries.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { readCommons } from "./commons.ts";
import { commonsAnswer } from "./schema.ts";

const read = createRoute({
  method: "get",
  path: "/v1/commons",
  operationId: "getCommons",
  tags: ["Protocol"],
  summary: "The CitadelFund: what it holds, what it may spend in an epoch, its latest grants and stipends",
  request: { query: readQuery.extend(fieldsOf(commonsAnswer)) },
  responses: { 200: sparseAnswers(commonsAnswer, "The commons."), ...READ_OUTCOMES },
});

export const commonsRoutes = ({ index, deployment }: Context) =>
  createRouter().openapi(read, async (c) => {
    const query = c.req.valid("query");
    return c.json(
      await readSparse(c, index, query, async ({ db }) => ({ commons: await readCommons(db, deployment) })),
      200,
    );
  });
