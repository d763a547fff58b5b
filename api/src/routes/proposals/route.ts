import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readSparse, sparseAnswers } from "../../http/answers.ts";
import { toPage } from "../../http/cursors.ts";
import { NOT_FOUND, READ_OUTCOMES } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { readProposal } from "./detail.ts";
import { listProposals } from "./list.ts";
import { proposalAnswer, proposalPage, proposalParams, proposalQuery, proposalReadQuery } from "./schema.ts";

const list = createRoute({
  method: "get",
  path: "/v1/proposals",
  operationId: "listProposals",
  tags: ["Governance"],
  summary: "Proposals with how the votes stand, latest first",
  request: { query: proposalQuery.extend(fieldsOf(proposalPage)) },
  responses: { 200: sparseAnswers(proposalPage, "A page of proposals."), ...READ_OUTCOMES },
});

const get = createRoute({
  method: "get",
  path: "/v1/proposals/{id}",
  operationId: "getProposal",
  tags: ["Governance"],
  summary: "What a proposal does, who voted how, what critics say of it",
  request: { params: proposalParams, query: proposalReadQuery.extend(fieldsOf(proposalAnswer)) },
  responses: { 200: sparseAnswers(proposalAnswer, "The proposal."), ...NOT_FOUND, ...READ_OUTCOMES },
});

export const proposalRoutes = ({ index }: Context) =>
  createRouter()
    .openapi(list, async (c) => {
      const query = c.req.valid("query");
      const read = readSparse(c, index, query, async (snapshot) =>
        toPage(await listProposals(snapshot, query)),
      );
      return c.json(await read, 200);
    })
    .openapi(get, async (c) => {
      const { id } = c.req.valid("param");
      const read = readSparse(c, index, c.req.valid("query"), async (snapshot) => ({
        proposal: await readProposal(snapshot, id),
      }));
      return c.json(await read, 200);
    });
