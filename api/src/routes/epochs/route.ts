import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readSparse, sparseAnswers } from "../../http/answers.ts";
import { toPage } from "../../http/cursors.ts";
import { READ_OUTCOMES } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { listEpochs } from "./list.ts";
import { epochPage, epochQuery } from "./schema.ts";

const list = createRoute({
  method: "get",
  path: "/v1/epochs",
  operationId: "listEpochs",
  tags: ["Protocol"],
  summary: "Epochs that a work has joined, or that were sealed; latest first",
  request: { query: epochQuery.extend(fieldsOf(epochPage)) },
  responses: { 200: sparseAnswers(epochPage, "A page of epochs."), ...READ_OUTCOMES },
});

export const epochRoutes = ({ index }: Context) =>
  createRouter().openapi(list, async (c) => {
    const query = c.req.valid("query");
    return c.json(
      await readSparse(c, index, query, async ({ db }) => toPage(await listEpochs(db, query))),
      200,
    );
  });
