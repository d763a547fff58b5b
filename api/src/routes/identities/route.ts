import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readSparse, sparseAnswers } from "../../http/answers.ts";
import { NOT_FOUND, READ_OUTCOMES } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { readIdentity } from "./identity.ts";
import { identityAnswer, identityParams, identityReadQuery } from "./schema.ts";

const get = createRoute({
  method: "get",
  path: "/v1/identities/{node}",
  operationId: "getIdentity",
  tags: ["People"],
  summary: "What waits for an identity, and the account that it is linked to",
  request: { params: identityParams, query: identityReadQuery.extend(fieldsOf(identityAnswer)) },
  responses: { 200: sparseAnswers(identityAnswer, "The identity."), ...NOT_FOUND, ...READ_OUTCOMES },
});

export const identityRoutes = ({ index, deployment }: Context) =>
  createRouter().openapi(get, async (c) => {
    const { node } = c.req.valid("param");
    const read = readSparse(c, index, c.req.valid("query"), async (snapshot) => ({
      identity: await readIdentity(snapshot, deployment, node),
    }));
    return c.json(await read, 200);
  });
