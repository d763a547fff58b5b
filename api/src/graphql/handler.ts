import {
  type ExecutionArgs,
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  Kind,
} from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { Context } from "../context.ts";
import type { Snapshot } from "../database/IndexReader.ts";
import { NotModified } from "../http/caching.ts";
import type { RequestContext } from "./builder.ts";
import { persistDocuments, readDocuments } from "./documents.ts";
import { nameErrors, refuseWhole, toGraphqlError } from "./errors.ts";
import { checkSize, measureOperation } from "./limits.ts";
import { readSearch } from "./requests.ts";
import { schema } from "./schema.ts";

/** What a request brings along from HTTP, and takes back there. */
export interface Exchange {
  minBlock: number | undefined;
  /** As of when the answer will be. @throws NotModified if the caller has it already */
  readsFrom(snapshot: Snapshot): void;
  /** The answer has no error, so that it follows from the snapshot alone. */
  succeeded(snapshot: Snapshot): void;
}

/** Words and signs of a document; more is no question of a person or a page. */
const MAX_TOKENS = 2_000;

/** The index as GraphQL. There are queries only, so that asking by GET is as safe as by POST. */
export function createGraphql(context: Context) {
  return createYoga<Exchange>({
    schema,
    graphqlEndpoint: "/graphql",
    plugins: [readSearch, persistDocuments(), limitTokens, readOneSnapshot(context), nameErrors],
    parserAndValidationCache: readDocuments(),
    maskedErrors: { maskError: toGraphqlError },
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
      const { minBlock, readsFrom, succeeded } = args.contextValue;
      setExecuteFn(async () => {
        try {
          checkSize(measure(args));
          return await index.read(async (snapshot) => {
            readsFrom(snapshot);
            const contextValue: RequestContext = { deployment, ask: inTurn(snapshot) };
            const result = await executeFn({ ...args, contextValue });
            if (!("errors" in result)) succeeded(snapshot);
            return result;
          }, minBlock);
        } catch (error) {
          if (error instanceof NotModified) return { data: null };
          return { errors: [refuseWhole(error)] };
        }
      });
    },
  };
}

/** A connection takes one query at a time, while fields of one level ask all at once. */
function inTurn(snapshot: Snapshot): RequestContext["ask"] {
  let turn: Promise<unknown> = Promise.resolve();
  return (question) => {
    const answer = turn.then(() => question(snapshot));
    turn = answer.catch(() => undefined);
    return answer;
  };
}

function measure({
  schema: of,
  document,
  operationName,
  variableValues,
}: Omit<ExecutionArgs, "contextValue">) {
  const operation = getOperationAST(document, operationName);
  // Execution says what is wrong with it.
  if (!operation) return { depth: 0, cost: 0, aliases: 0 };
  const fragments = document.definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  const { coerced = {} } = getVariableValues(of, operation.variableDefinitions ?? [], variableValues ?? {});
  return measureOperation(of, operation, new Map(fragments.map((each) => [each.name.value, each])), coerced);
}
