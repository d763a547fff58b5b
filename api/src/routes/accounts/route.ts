import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readSparse, sparseAnswers } from "../../http/answers.ts";
import { toPage } from "../../http/cursors.ts";
import { READ_OUTCOMES } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { readAccount } from "./account.ts";
import { listPeople } from "./people.ts";
import { accountAnswer, accountParams, accountReadQuery, peoplePage, peopleQuery } from "./schema.ts";

const get = createRoute({
  method: "get",
  path: "/v1/accounts/{address}",
  operationId: "getAccount",
  tags: ["People"],
  summary: "What an address is owed, has earned, withdrawn and received",
  request: { params: accountParams, query: accountReadQuery.extend(fieldsOf(accountAnswer)) },
  responses: { 200: sparseAnswers(accountAnswer, "The account."), ...READ_OUTCOMES },
});

const list = createRoute({
  method: "get",
  path: "/v1/people",
  operationId: "listPeople",
  tags: ["People"],
  summary: "Accounts that were credited and identities without an account, who received most first",
  request: { query: peopleQuery.extend(fieldsOf(peoplePage)) },
  responses: { 200: sparseAnswers(peoplePage, "A page of people."), ...READ_OUTCOMES },
});

export const accountRoutes = ({ index, deployment }: Context) =>
  createRouter()
    .openapi(get, async (c) => {
      const { address } = c.req.valid("param");
      const read = readSparse(c, index, c.req.valid("query"), async (snapshot) => ({
        account: await readAccount(snapshot, deployment, address),
      }));
      return c.json(await read, 200);
    })
    .openapi(list, async (c) => {
      const query = c.req.valid("query");
      const read = readSparse(c, index, query, async (snapshot) => toPage(await listPeople(snapshot, query)));
      return c.json(await read, 200);
    });
