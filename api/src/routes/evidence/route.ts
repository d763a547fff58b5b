import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { readEvidence } from "../../evidence/readEvidence.ts";
import { isAmong } from "../../http/caching.ts";
import { notFound } from "../../http/errors.ts";
import { NOT_FOUND, problemResponse } from "../../http/problem.ts";
import { readBody } from "../../http/readBody.ts";
import { createRouter } from "../../http/router.ts";
import { evidenceParams, manifestBody, storedSchema } from "./schema.ts";

const MAX_BYTES = 1_048_576;

const AWAY = { 503: problemResponse("The database is away.") } as const;
const BAD = { 400: problemResponse("The hash is not one.") } as const;

const get = createRoute({
  method: "get",
  path: "/v1/evidence/{hash}",
  operationId: "getEvidence",
  tags: ["Evidence"],
  summary: "A manifest, byte for byte",
  description: "Hash what you get: SHA-256 of the bytes is the `evidenceHash` of the work.",
  request: { params: evidenceParams },
  responses: {
    200: { description: "The manifest.", content: { "application/json": { schema: manifestBody } } },
    304: { description: "You have it already." },
    ...BAD,
    ...NOT_FOUND,
    ...AWAY,
  },
});

const put = createRoute({
  method: "put",
  path: "/v1/evidence/{hash}",
  operationId: "putEvidence",
  tags: ["Evidence"],
  summary: "Keeps a manifest for others to read",
  description:
    "Anybody may. It is let go after a day unless a registration names it by then. Sending it again begins the day anew, up to three days after the first time. A part of the room is left for what a registration names.",
  request: {
    params: evidenceParams,
    body: { required: true, content: { "application/json": { schema: manifestBody } } },
  },
  responses: {
    200: { description: "It was here already.", content: { "application/json": { schema: storedSchema } } },
    201: { description: "It is kept.", content: { "application/json": { schema: storedSchema } } },
    ...BAD,
    413: problemResponse("It is larger than 1 MiB."),
    422: problemResponse("It does not hash to this, or is no manifest in canonical form."),
    ...AWAY,
    507: problemResponse("There is no room at present."),
  },
});

export const evidenceRoutes = ({ evidence }: Context) =>
  createRouter()
    .openapi(get, async (c) => {
      const { hash } = c.req.valid("param");
      const bytes = await evidence.bytes(hash);
      if (bytes === undefined) {
        c.header("Cache-Control", "no-store");
        throw notFound(`No evidence ${hash} is kept here.`, "param.hash");
      }
      // What a hash names never changes. Said only now: that it is gone, or the database away, is not to be remembered.
      const etag = `"${hash}"`;
      c.header("Cache-Control", "public, max-age=31536000, immutable");
      c.header("ETag", etag);
      if (isAmong(c.req.header("If-None-Match"), etag)) return c.body(null, 304);
      return c.body(bytes, 200, { "Content-Type": "application/json" });
    })
    .openapi(put, async (c) => {
      const { hash } = c.req.valid("param");
      const bytes = await readBody(c.req.raw, MAX_BYTES);
      const state = await evidence.keep(readEvidence(hash, bytes));
      const stored = await evidence.find(hash);
      if (stored === undefined) throw new Error(`The evidence ${hash} was kept and is gone.`);
      return c.json(stored, state === "new" ? 201 : 200);
    });
