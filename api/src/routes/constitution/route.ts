import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readSparse, sparseAnswers } from "../../http/answers.ts";
import { READ_OUTCOMES } from "../../http/problem.ts";
import { readQuery } from "../../http/queries.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { readConstitution } from "./constitution.ts";
import { constitutionAnswer } from "./schema.ts";

const read = createRoute({
  method: "get",
  path: "/v1/constitution",
  operationId: "getConstitution",
  tags: ["Governance"],
  summary: "How the articles and the rules came to be what they are, and what critics recorded and flagged",
  description: "The rules in force, with their bounds, and the critics in office are in `/v1/protocol`.",
  request: { query: readQuery.extend(fieldsOf(constitutionAnswer)) },
  responses: { 200: sparseAnswers(constitutionAnswer, "The constitution."), ...READ_OUTCOMES },
});

export const constitutionRoutes = ({ index }: Context) =>
  createRouter().openapi(read, async (c) => {
    const query = c.req.valid("query");
    return c.json(
      await readSparse(c, index, query, async ({ db }) => ({ constitution: await readConstitution(db) })),
      200,
    );
  });
