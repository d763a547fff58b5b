import type { Context as HonoContext } from "hono";
import { Hono } from "hono";
import type { Context } from "../context.ts";
import { BLOCK_HEADER, blockHeader } from "../http/answers.ts";
import { isAmong, NotModified, REVALIDATE } from "../http/caching.ts";
import { invalid } from "../http/errors.ts";
import { readQuery } from "../http/queries.ts";
import { createGraphql } from "./handler.ts";

/** Yoga knows no HEAD, which is GET of which the body is left out. */
const asGet = (request: Request): Request =>
  request.method === "HEAD" ? new Request(request.url, { headers: request.headers }) : request;

/** `/graphql`, by GET and POST; `?minBlock=` waits as in REST. */
export function graphqlRoutes(context: Context): Hono {
  const graphql = createGraphql(context);
  const answer = async (c: HonoContext) => {
    const { success, data, error } = readQuery.safeParse({ minBlock: c.req.query("minBlock") });
    if (!success) throw invalid("query", error);
    const headers = new Headers();
    // Nobody keeps answers to POST.
    const canBeKept = c.req.method !== "POST";
    let isKnown = false;
    const response = await graphql.fetch(asGet(c.req.raw), {
      minBlock: data.minBlock,
      readsFrom: ({ head, tag }) => {
        headers.set(BLOCK_HEADER, blockHeader(head));
        isKnown = canBeKept && isAmong(c.req.header("If-None-Match"), tag);
        if (!isKnown) return;
        headers.set("ETag", tag);
        throw new NotModified();
      },
      succeeded: ({ tag }) => {
        if (canBeKept) headers.set("ETag", tag);
      },
    });
    if (canBeKept) headers.set("Cache-Control", REVALIDATE);
    // One question has an answer of either media type.
    headers.set("Vary", "Accept");
    if (isKnown) return new Response(null, { status: 304, headers });
    headers.set("Content-Type", response.headers.get("Content-Type") ?? "application/json");
    return new Response(await response.text(), { status: response.status, headers });
  };
  return new Hono().get("/graphql", answer).post("/graphql", answer);
}
