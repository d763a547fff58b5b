import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readSparse, sparseAnswers } from "../../http/answers.ts";
import { toPage } from "../../http/cursors.ts";
import { READ_OUTCOMES } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { listDuties, listJudges } from "./list.ts";
import { dutyPage, dutyParams, dutyQuery, judgePage, judgeQuery } from "./schema.ts";

const judges = createRoute({
  method: "get",
  path: "/v1/judges",
  operationId: "listJudges",
  tags: ["Judges"],
  summary: "Accounts that may judge, by their seats",
  request: { query: judgeQuery.extend(fieldsOf(judgePage)) },
  responses: { 200: sparseAnswers(judgePage, "A page of judges."), ...READ_OUTCOMES },
});

const duties = createRoute({
  method: "get",
  path: "/v1/judges/{address}/duties",
  operationId: "listDuties",
  tags: ["Judges"],
  summary: "A judge's places on panels, those of the latest works first",
  request: { params: dutyParams, query: dutyQuery.extend(fieldsOf(dutyPage)) },
  responses: {
    200: sparseAnswers(dutyPage, "A page of places; an address that never judged has none."),
    ...READ_OUTCOMES,
  },
});

export const judgeRoutes = ({ index }: Context) =>
  createRouter()
    .openapi(judges, async (c) => {
      const query = c.req.valid("query");
      return c.json(
        await readSparse(c, index, query, async ({ db }) => toPage(await listJudges(db, query))),
        200,
      );
    })
    .openapi(duties, async (c) => {
      const { address } = c.req.valid("param");
      const query = c.req.valid("query");
      const read = readSparse(c, index, query, async (snapshot) =>
        toPage(await listDuties(snapshot, address, query)),
      );
      return c.json(await read, 200);
    });
