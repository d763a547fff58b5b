import { createYoga, type Plugin } from "graphql-yoga";
import type { Context } from "../context.ts";
import { NotModified } from "../http/caching.ts";
import type { RequestContext } from "./builder.ts";
import { persistDocuments, readDocuments } from "./documents.ts";
import { nameErrors, refuseWhole, toGraphqlError } from "./errors.ts";
import { type Exchange, inTurn, measure } from "./execution.ts";
import { checkSize } from "./limits.ts";
import { answerLive } from "./live.ts";
import { readSearch } from "./requests.ts";
import { schema } from "./schema.ts";

/** Words and signs of a document; more is no question of a person or a page. */
const MAX_TOKENS = 2_000;

/** The index as GraphQL. There is nothing that changes anything, so that asking by GET is as safe as by POST. */
export function createGraphql(context: Context) {
  return createYoga<Exchange>({
    schema,
    graphqlEndpoint: "/graphql",
    plugins: [
      readSearch,
      persistDocuments(),
      limitTokens,
      readOneSnapshot(context),
      answerLive(context),
      nameErrors,
    ],
    parserAndValidationCache: readDocuments(),
    maskedErrors: { maskError: toGraphqlError },
    // Node's own, for a body of Yoga's would be read anew on its way out, and fail when a client goes.
    fetchAPI: { Response, ReadableStream },
    // The route reads bodies, and no more of them than they may have.
    maxRequestBodySize: false,
    multipart: false,
    batching: false,
    // Its page comes from a CDN; explorer.ts has one of our own.
    graphiql: false,
    landingPage: false,
    logging: false,
    cors: false,
  });
}

const limitTokens: Plugin = {
  onParse: ({ params, parseFn, setParseFn }) => {
    setParseFn((source) => parseFn(source, { ...params.options, maxTokens: MAX_TOKENS }));
  },
};

/** Runs each operation in one read of the index, once it is known to be of a bearable size. */
function readOneSnapshot({ index, deployment }: Context): Plugin<Exchange> {
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const { wait, readsFrom, succeeded } = args.contextValue;
      setExecuteFn(async () => {
        try {
          checkSize(measure(args));
          return await index.read(async (snapshot) => {
            readsFrom(snapshot);
            const contextValue: RequestContext = { deployment, ask: inTurn(snapshot) };
            const result = await executeFn({ ...args, contextValue });
            if (!("errors" in result)) succeeded(snapshot);
            return result;
          }, wait);
        } catch (error) {
          if (error instanceof NotModified) return { data: null };
          return { errors: [refuseWhole(error)] };
        }
      });
    },
  };
}
