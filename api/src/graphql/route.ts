import type { Context as HonoContext } from "hono";
import { Hono } from "hono";
import type { Context } from "../context.ts";
import { type Anew, stateOf } from "../http/AnswerCache.ts";
import { BLOCK_HEADER, blockHeader, VERIFIED_HEADER, verifiedHeader } from "../http/answers.ts";
import { isAmong, NotModified, REVALIDATE } from "../http/caching.ts";
import { invalid } from "../http/errors.ts";
import { waitOf } from "../http/prefer.ts";
import { readQuery } from "../http/queries.ts";
import { readBody } from "../http/readBody.ts";
import { explorerFiles, explorerPage } from "./explorer.ts";
import { type Answer, createGraphql } from "./handler.ts";
import { answerType, checkBodyType, EVENTS } from "./negotiate.ts";

const MAX_BODY = 65_536;

/**
 * The request as Yoga is to see it: it knows no HEAD, and takes the last of the acceptable types for the best. How callers name
 * this server is theirs, and may be nothing that a request can be made of.
 */
function forYoga({ req }: HonoContext, accept: string, isPost: boolean): Request {
  const search = isPost ? "" : new URL(req.url).search;
  return new Request(`http://localhost/graphql${search}`, {
    method: isPost ? "POST" : "GET",
    headers: { accept },
  });
}

/** What a question by POST is known by. Others are known by their URL, as those of REST. */
const keyOf = ({ req }: HonoContext, accept: string, body: Uint8Array): string =>
  `${accept} ${req.url} ${Buffer.from(body).toString("latin1")}`;

/** Server-sent events, which nothing in between is to keep, nor keep back. A HEAD is no stream, and would never be ended. */
function toStream({ req }: HonoContext, { body, status }: Answer): Response {
  const headers = { "Content-Type": EVENTS, "Cache-Control": "no-store", "X-Accel-Buffering": "no" };
  if (req.raw.method !== "HEAD") return new Response(body, { status, headers });
  if (body instanceof ReadableStream) void body.cancel();
  return new Response(null, { status, headers });
}

/** `minBlock` as REST takes it. */
function readMinBlock({ req }: HonoContext): number | undefined {
  const { success, data, error } = readQuery.safeParse({ minBlock: req.query("minBlock") });
  if (!success) throw invalid("query", error);
  return data.minBlock;
}

/** `/graphql`, by GET and POST; `?minBlock=` waits as in REST. */
export function graphqlRoutes(context: Context): Hono {
  const graphql = createGraphql(context);
  const { answers, index } = context;

  async function ask(c: HonoContext, type: string, body?: Uint8Array<ArrayBuffer>): Promise<Anew> {
    const { wait, told } = waitOf(c.req.header("Prefer"), index, readMinBlock(c));
    const headers = new Headers(told);
    // Nobody beyond this process keeps answers to POST.
    const canBeKept = body === undefined;
    let isKnown = false;
    let state: string | undefined;
    const answer = await graphql(forYoga(c, type, body !== undefined), {
      wait,
      body,
      isStream: type === EVENTS,
      readsFrom: ({ head, tag, verified }) => {
        headers.set(BLOCK_HEADER, blockHeader(head));
        const size = verifiedHeader(verified);
        if (size !== undefined) headers.set(VERIFIED_HEADER, size);
        isKnown = canBeKept && isAmong(c.req.header("If-None-Match"), tag);
        if (!isKnown) return;
        headers.set("ETag", tag);
        throw new NotModified();
      },
      succeeded: (snapshot) => {
        if (canBeKept) headers.set("ETag", snapshot.tag);
        state = stateOf(snapshot);
      },
    });
    if (type === EVENTS) return { response: toStream(c, answer), state: undefined };
    if (canBeKept) headers.set("Cache-Control", REVALIDATE);
    // One question has an answer of either media type.
    headers.set("Vary", "Accept");
    if (isKnown) return { response: new Response(null, { status: 304, headers }), state: undefined };
    for (const name of ["Content-Type", "Allow"]) {
      const value = answer.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    const { status } = answer;
    return { response: new Response(answer.body, { status, headers }), state };
  }

  const get = async (c: HonoContext) => {
    const type = answerType(c);
    return type === undefined ? explorerPage() : (await ask(c, type)).response;
  };

  const post = async (c: HonoContext) => {
    readMinBlock(c); // what is wrong with it is said before anything else
    checkBodyType(c);
    const type = answerType(c);
    if (type === undefined) return explorerPage();
    const body = await readBody(c.req.raw, MAX_BODY);
    if (type === EVENTS || c.req.header("Prefer") !== undefined) return (await ask(c, type, body)).response;
    const key = keyOf(c, type, body);
    return (await answers.answer(key, () => ask(c, type, body))).response;
  };

  return new Hono().get("/graphql", get).post("/graphql", post).route("/", explorerFiles());
}
