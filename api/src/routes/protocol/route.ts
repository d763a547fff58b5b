import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readSparse, sparseAnswers } from "../../http/answers.ts";
import { READ_OUTCOMES } from "../../http/problem.ts";
import { readQuery } from "../../http/queries.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { readProtocol } from "./protocol.ts";
import { protocolAnswer } from "./schema.ts";

const get = createRoute({
  method: "get",
  path: "/v1/protocol",
  operationId: "getProtocol",
  tags: ["Protocol"],
  summary: "Supply, fund, totals, rules and attestors",
  request: { query: readQuery.extend(fieldsOf(protocolAnswer)) },
  responses: { 200: sparseAnswers(protocolAnswer, "The protocol."), ...READ_OUTCOMES },
});

export const protocolRoutes = ({ index, deployment }: Context) =>
  createRouter().openapi(get, async (c) => {
    const read = readSparse(c, index, c.req.valid("query"), async (snapshot) => ({
      protocol: await readProtocol(snapshot, deployment),
    }));
    return c.json(await read, 200);
  });
