import type { Context as HonoContext } from "hono";
import { Hono } from "hono";
import type { Context } from "../context.ts";
import { BLOCK_HEADER, blockHeader } from "../http/answers.ts";
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
    let header: string | undefined;
    const response = await graphql.fetch(asGet(c.req.raw), {
      minBlock: data.minBlock,
      answeredAt: (head) => {
        header = blockHeader(head);
      },
    });
    const headers = new Headers({
      "Content-Type": response.headers.get("Content-Type") ?? "application/json",
    });
    if (header !== undefined) headers.set(BLOCK_HEADER, header);
    return new Response(await response.text(), { status: response.status, headers });
  };
  return new Hono().get("/graphql", answer).post("/graphql", answer);
}
