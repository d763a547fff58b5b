import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { answers, readFor } from "../../http/answers.ts";
import { notFound } from "../../http/errors.ts";
import { NOT_FOUND, READ_OUTCOMES } from "../../http/problem.ts";
import { readQuery } from "../../http/queries.ts";
import { createRouter } from "../../http/router.ts";
import { whyAnswer, whyParams } from "./schema.ts";
import { explainPayment } from "./why.ts";

const why = createRoute({
  method: "get",
  path: "/v1/payments/{flow}/{position}/why",
  operationId: "explainPayment",
  tags: ["Payments"],
  summary: "Why a payment is what it is: level, points, rate, share, and the path through the graph",
  request: { params: whyParams, query: readQuery },
  responses: { 200: answers(whyAnswer, "How it came about."), ...NOT_FOUND, ...READ_OUTCOMES },
});

export const paymentRoutes = ({ index }: Context) =>
  createRouter().openapi(why, async (c) => {
    const { flow, position } = c.req.valid("param");
    const read = readFor(c, index, c.req.valid("query"), async ({ db }) => {
      const found = await explainPayment(db, flow, position);
      if (found === undefined)
        throw notFound(`There is no payment ${position} of a flow ${flow}.`, "param.flow");
      return found;
    });
    return c.json(await read, 200);
  });
