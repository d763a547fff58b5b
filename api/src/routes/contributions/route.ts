import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readSparse, sparseAnswers } from "../../http/answers.ts";
import { toPage } from "../../http/cursors.ts";
import { NOT_FOUND, READ_OUTCOMES } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { readContribution } from "./detail.ts";
import { listContributions } from "./list.ts";
import {
  contributionAnswer,
  contributionPage,
  contributionParams,
  contributionQuery,
  contributionReadQuery,
} from "./schema.ts";

const list = createRoute({
  method: "get",
  path: "/v1/contributions",
  operationId: "listContributions",
  tags: ["Contributions"],
  summary: "Works, by when they were registered or by what they were worth",
  request: { query: contributionQuery.extend(fieldsOf(contributionPage)) },
  responses: { 200: sparseAnswers(contributionPage, "A page of works."), ...READ_OUTCOMES },
});

const get = createRoute({
  method: "get",
  path: "/v1/contributions/{id}",
  operationId: "getContribution",
  tags: ["Contributions"],
  summary: "A work with its people, rounds, votes, money and records",
  request: { params: contributionParams, query: contributionReadQuery.extend(fieldsOf(contributionAnswer)) },
  responses: { 200: sparseAnswers(contributionAnswer, "The work."), ...NOT_FOUND, ...READ_OUTCOMES },
});

export const contributionRoutes = ({ index, deployment }: Context) =>
  createRouter()
    .openapi(list, async (c) => {
      const query = c.req.valid("query");
      return c.json(
        await readSparse(c, index, query, async ({ db }) => toPage(await listContributions(db, query))),
        200,
      );
    })
    .openapi(get, async (c) => {
      const { id } = c.req.valid("param");
      const read = readSparse(c, index, c.req.valid("query"), async (snapshot) => ({
        contribution: await readContribution(snapshot, deployment, id),
      }));
      return c.json(await read, 200);
    });
