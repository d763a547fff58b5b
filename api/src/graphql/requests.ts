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

/** Whether it is what a question has to be is seen later. */
function fromBody(body: Uint8Array | undefined): GraphQLParams {
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
