import { checkWish, MAX_CLAIM_BYTES, ProofError, readClaim } from "@azora/sdk/proofs";
import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { notFound, refuseBody } from "../../http/errors.ts";
import { NOT_FOUND, problemResponse } from "../../http/problem.ts";
import { readBody } from "../../http/readBody.ts";
import { createRouter } from "../../http/router.ts";
import { answerOf, claimBody, claimList, claimParams, claimsQuery, storedClaimSchema } from "./schema.ts";

const AWAY = { 503: problemResponse("The database is away, or there is no index yet.") } as const;
const BAD = { 400: problemResponse("The request does not fit.") } as const;
const stored = (description: string) => ({
  description,
  content: { "application/json": { schema: storedClaimSchema } },
});

const post = createRoute({
  method: "post",
  path: "/v1/claims",
  operationId: "postClaim",
  tags: ["People"],
  summary: "Claims that an identity belongs to an account",
  description:
    "Anybody may. Attestors that use this API look at it and leave their verdicts; read them at `/v1/claims/{id}`. Whoever made it collects attestations and sends `link` to the chain. The same claim twice is one.",
  request: { body: { required: true, content: { "application/json": { schema: claimBody } } } },
  responses: {
    200: stored("It was here already."),
    201: stored("It is kept."),
    413: problemResponse("It is larger than 128 KiB."),
    422: problemResponse("It is no claim, or one that no attestor could sign."),
    ...AWAY,
    507: problemResponse("There is no room at present."),
  },
});

const get = createRoute({
  method: "get",
  path: "/v1/claims/{id}",
  operationId: "getClaim",
  tags: ["People"],
  summary: "A claim, and what attestors found",
  request: { params: claimParams },
  responses: { 200: stored("The claim."), ...BAD, ...NOT_FOUND, ...AWAY },
});

const list = createRoute({
  method: "get",
  path: "/v1/claims",
  operationId: "listClaims",
  tags: ["People"],
  summary: "The latest 20 claims of an identity",
  description: "So that everybody sees who else claims it, in time for a veto.",
  request: { query: claimsQuery },
  responses: {
    200: { description: "The claims.", content: { "application/json": { schema: claimList } } },
    ...BAD,
    ...AWAY,
  },
});

export const claimRoutes = ({ claims, deployment, index }: Context) =>
  createRouter()
    .openapi(post, async (c) => {
      const claim = readOrRefuse(await readBody(c.req.raw, MAX_CLAIM_BYTES));
      const { now } = await index.read(async ({ head }) => ({ now: head.timestamp }));
      refusing(() => checkWish(claim, deployment, BigInt(now)));
      const { id, state } = await claims.keep(claim);
      const kept = await claims.find(id);
      if (kept === undefined) throw new Error(`The claim ${id} was kept and is gone.`);
      c.header("Location", `/v1/claims/${id}`);
      return c.json(answerOf(kept), state === "new" ? 201 : 200);
    })
    .openapi(get, async (c) => {
      const { id } = c.req.valid("param");
      const found = await claims.find(id);
      if (found === undefined) throw notFound(`No claim ${id} is kept here.`, "param.id");
      c.header("Cache-Control", "no-store");
      return c.json(answerOf(found), 200);
    })
    .openapi(list, async (c) => {
      const { identity } = c.req.valid("query");
      c.header("Cache-Control", "no-store");
      return c.json({ items: (await claims.ofIdentity(identity)).map(answerOf) }, 200);
    });

function readOrRefuse(bytes: Uint8Array) {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw refuseBody(422, "This is not JSON in UTF-8.", { cause });
  }
  return refusing(() => readClaim(json));
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProofError) throw refuseBody(422, error.message, { cause: error });
    throw error;
  }
}
