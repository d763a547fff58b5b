import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";
import { toProblemError } from "../http/onError.ts";

/** An error of a field as callers see it; what nobody foresaw is for the log. */
export function toGraphqlError(error: unknown): GraphQLError {
  const origin = originOf(error);
  // A mistake in the question itself, in graphql-js's own words; it says outside of the origin which variable is meant.
  if (origin instanceof GraphQLError) return error instanceof GraphQLError ? error : origin;
  const { message, status } = toProblemError(origin, { path: "/graphql" });
  const extensions = { code: CODES[status] ?? "REFUSED" };
  if (!(error instanceof GraphQLError)) return new GraphQLError(message, { extensions });
  const { nodes, path } = error;
  return new GraphQLError(message, { extensions, ...(nodes && { nodes }), ...(path && { path }) });
}

/** A refusal of a whole request, with the status that REST would give it. */
export function refuseWhole(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const { message, status } = toProblemError(error, { path: "/graphql" });
  return new GraphQLError(message, { extensions: { code: CODES[status] ?? "REFUSED", http: { status } } });
}

/** What graphql-js refuses without a code: variables that do not fit, or an operation that is not there. */
export const nameErrors: Plugin = {
  onExecutionResult: ({ result }) => {
    const results = result === undefined || Symbol.asyncIterator in result ? [] : [result].flat();
    for (const { extensions } of results.flatMap(({ errors = [] }) => errors))
      extensions.code ??= "BAD_USER_INPUT";
  },
};

const CODES: Readonly<Record<number, string>> = {
  400: "BAD_USER_INPUT",
  404: "NOT_FOUND",
  500: "INTERNAL_SERVER_ERROR",
  503: "UNAVAILABLE",
  504: "BEHIND",
};

/** What a resolver threw, if graphql-js has wrapped it to say where. */
function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error;
}
