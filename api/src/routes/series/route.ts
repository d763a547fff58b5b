import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readSparse, sparseAnswers } from "../../http/answers.ts";
import { toPage } from "../../http/cursors.ts";
import { READ_OUTCOMES } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { listBuckets } from "./list.ts";
import { bucketPage, bucketQuery } from "./schema.ts";

const list = createRoute({
  method: "get",
  path: "/v1/series",
  operationId: "listSeries",
  tags: ["Protocol"],
  summary: "What happened hour by hour or day by day: works, votes, supply, fund and payouts",
  description:
    "An hour or a day in which nothing of it happened is left out: what there was at its end is what the one before says.",
  request: { query: bucketQuery.extend(fieldsOf(bucketPage)) },
  responses: { 200: sparseAnswers(bucketPage, "A page of hours or days."), ...READ_OUTCOMES },
});

export const seriesRoutes = ({ index }: Context) =>
  createRouter().openapi(list, async (c) => {
    const query = c.req.valid("query");
    return c.json(
      await readSparse(c, index, query, async ({ db }) => toPage(await listBuckets(db, query))),
      200,
    );
  });
