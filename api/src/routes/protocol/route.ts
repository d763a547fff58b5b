import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { answers, readFor } from "../../http/answers.ts";
import { READ_OUTCOMES } from "../../http/problem.ts";
import { readQuery } from "../../http/queries.ts";
import { createRouter } from "../../http/router.ts";
import { readProtocol } from "./protocol.ts";
import { protocolAnswer } from "./schema.ts";

const get = createRoute({
  method: "get",
  path: "/v1/protocol",
  operationId: "getProtocol",
  tags: ["Protocol"],
  summary: "Supply, fund, totals, rules and attestors",
  request: { query: readQuery },
  responses: { 200: answers(protocolAnswer, "The protocol."), ...READ_OUTCOMES },
});

export const protocolRoutes = ({ index, deployment }: Context) =>
  createRouter().openapi(get, async (c) => {
    const read = readFor(c, index, c.req.valid("query"), async (snapshot) => ({
      protocol: await readProtocol(snapshot, deployment),
    }));
    return c.json(await read, 200);
  });
