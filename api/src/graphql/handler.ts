import { createYoga, type Plugin } from "graphql-yoga";
import type { Context } from "../context.ts";
import { NotModified } from "../http/caching.ts";
import type { RequestContext } from "./builder.ts";
import { persistDocuments, readDocuments } from "./documents.ts";
import { nameErrors, refuseWhole, toGraphqlError } from "./errors.ts";
import { type Exchange, inTurn, measure } from "./execution.ts";
import { checkSize } from "./limits.ts";
import { answerLive } from "./live.ts";
import { readQuestion } from "./requests.ts";
import { schema } from "./schema.ts";

/** Words and signs of a document; more is no question of a person or a page. */
const MAX_TOKENS = 2_000;

/** What is answered. It stays in this process: a `Response` would be made and read again for nothing. */
export class Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | ReadableStream<Uint8Array> | null;

  /** As Yoga makes its answers: text, or a stream of events. */
  constructor(body: string | ReadableStream<Uint8Array> | null = null, init: ResponseInit = {}) {
    this.status = init.status ?? 200;
    this.headers = new Headers(init.headers);
    this.body = body;
  }
}

/** The index as GraphQL. There is nothing that changes anything, so that asking by GET is as safe as by POST. */
export function createGraphql(context: Context): (request: Request, exchange: Exchange) => Promise<Answer> {
  // Yoga makes answers by this, and reads nothing of them. Streams are Node's own: one of Yoga's would be read anew on its way
  // out, and fail when a client goes.
  const fetchAPI: object = { Response: Answer, ReadableStream };
  const yoga = createYoga<Exchange>({
    schema,
    graphqlEndpoint: "/graphql",
    plugins: [
      readQuestion,
      persistDocuments(),
      limitTokens,
      readOneSnapshot(context),
      answerLive(context),
      nameErrors,
    ],
    parserAndValidationCache: readDocuments(),
    maskedErrors: { maskError: toGraphqlError },
    fetchAPI,
    // The route reads bodies, and no more of them than they may have.
    maxRequestBodySize: false,
    multipart: false,
    batching: false,
    // Its page comes from a CDN; explorer.ts has one of our own.
    graphiql: false,
    landingPage: false,
    // It would answer whatever ends in it, questions too; no URL ends in a blank.
    healthCheckEndpoint: "/ ",
    logging: false,
    cors: false,
  });
  return async (request, exchange) => {
    const answer: unknown = await yoga.fetch(request, exchange);
    if (answer instanceof Answer) return answer;
    throw new TypeError("Yoga answered with something else than an Answer.");
  };
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
