import { GraphQLError } from "graphql";
import type { GraphQLParams, Plugin } from "graphql-yoga";
import type { Exchange } from "./execution.ts";

// What is asked, before its document is read: https://graphql.github.io/graphql-over-http/draft/

export const badRequest = (message: string, code = "BAD_REQUEST", status = 400) =>
  new GraphQLError(message, { extensions: { code, http: { status } } });

/**
 * Reads what is asked. By GET, Yoga takes a parameter that is no JSON for a fault of ours, and the first of two that agree; by
 * POST the route has read the body already, and to make a request of it again takes longer than to read it.
 */
export const readQuestion: Plugin<object, Exchange> = {
  onRequestParse: ({ request, serverContext: { body }, setRequestParser }) => {
    setRequestParser(({ url }) =>
      request.method === "GET" ? toParams(new URL(url).searchParams) : fromBody(body),
    );
  },
};

const NAMES = new Set(["query", "operationName", "variables", "extensions"]);

/**
 * Of what forms the variables and extensions are is seen later. Nothing else may be there: Yoga takes what has a `status` and
 * `headers` for an answer.
 */
function fromBody(body: Uint8Array | undefined): GraphQLParams {
  const params = parse(body);
  if (Array.isArray(params)) throw badRequest("Batching is not supported.");
  if (typeof params !== "object" || params === null) throw badRequest("The body is no JSON object.");
  const unexpected = Object.keys(params).find((name) => !NAMES.has(name));
  if (unexpected !== undefined) throw badRequest(`Unexpected parameter "${unexpected}" in the request body.`);
  const { query }: { query?: unknown } = params;
  if (query !== undefined && query !== null && typeof query !== "string")
    throw badRequest("`query` is no text.");
  return params;
}

function parse(body: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw badRequest("POST body sent invalid JSON.");
  }
}

function toParams(search: URLSearchParams): GraphQLParams {
  const params: GraphQLParams = {};
  const [query, operationName] = [textOf(search, "query"), textOf(search, "operationName")];
  if (query !== undefined) params.query = query;
  if (operationName !== undefined) params.operationName = operationName;
  for (const name of ["variables", "extensions"] as const) {
    const value = jsonOf(search, name);
    if (value !== undefined) params[name] = value;
  }
  return params;
}

function textOf(search: URLSearchParams, name: string): string | undefined {
  const [text, ...others] = search.getAll(name);
  if (others.length > 0) throw badRequest(`\`${name}\` is given more than once.`);
  return text || undefined;
}

/** Whether it is an object is seen later, as with a body. */
function jsonOf(search: URLSearchParams, name: string): GraphQLParams["variables"] {
  const text = textOf(search, name);
  try {
    return text && JSON.parse(text);
  } catch {
    throw badRequest(`\`${name}\` is no JSON.`);
  }
}
