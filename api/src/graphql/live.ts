import { setTimeout as sleep } from "node:timers/promises";
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FieldNode,
  GraphQLError,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Context } from "../context.ts";
import type { Stream } from "../live/Stream.ts";
import { parseTopic, TOPIC_FORM, type Topic } from "../live/topics.ts";
import type { RequestContext } from "./builder.ts";
import { refuseWhole, toGraphqlError } from "./errors.ts";
import { type Exchange, inTurn, measure } from "./execution.ts";
import { checkSize, MAX_LIVE_COST } from "./limits.ts";
import { badRequest } from "./requests.ts";

/** One copy of the API answers so many live queries at a time: each is asked again with every block that concerns it. */
const MOST = 200;
/** News that follow sooner are answered together. */
const PAUSE_MS = 200;

/**
 * Answers `subscription { live { … } }`: the query in it, now and whenever something of its topics happened, each time as of
 * one block. An answer that says the same as the one before is not sent, and none is made while the last is unread.
 */
export function answerLive({ index, deployment, feed }: Context): Plugin<Exchange> {
  let open = 0;

  async function begin(args: ExecutionArgs): Promise<AsyncIterable<ExecutionResult>> {
    checkSize(measure(args), MAX_LIVE_COST);
    const { topics, key, document } = readSubscription(args);
    if (open >= MOST)
      throw badRequest(`There are ${MOST} live queries already. Try again later.`, "UNAVAILABLE", 503);
    const ask = (): Promise<ExecutionResult> =>
      index.read(async (snapshot) => {
        const contextValue: RequestContext = { deployment, ask: inTurn(snapshot) };
        const { data, errors } = await execute({ ...args, document, operationName: undefined, contextValue });
        return {
          ...(errors && { errors: errors.map(toGraphqlError) }),
          data: data ? { [key]: data } : null,
        };
      });
    const stream = await feed.open(topics);
    open += 1;
    return whenNews(stream, ask, () => {
      open -= 1;
    });
  }

  return {
    onSubscribe: ({ args, setSubscribeFn }) => {
      const { isStream } = args.contextValue;
      setSubscribeFn(async () => {
        try {
          if (!isStream)
            throw badRequest(
              "A subscription is answered as text/event-stream: name it in `Accept`.",
              "NOT_ACCEPTABLE",
              406,
            );
          return await begin(args);
        } catch (error) {
          return { errors: [refuseWhole(error)] };
        }
      });
    },
  };
}

/** The query within a subscription: what is selected of `live`, under the name that it is to have. */
function readSubscription({ schema, document, operationName, variableValues }: ExecutionArgs): {
  topics: Set<Topic>;
  key: string;
  document: DocumentNode;
} {
  const operation = getOperationAST(document, operationName);
  const [live] = operation?.selectionSet.selections ?? [];
  const field = schema.getSubscriptionType()?.getFields().live;
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION || live?.kind !== Kind.FIELD || !field)
    throw badRequest("Ask for `live` itself: subscription { live { … } }.");
  const { errors, coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variableValues ?? {},
  );
  if (errors) throw errors[0] ?? new GraphQLError("The variables do not fit.");
  const { topics }: { topics?: string[] } = getArgumentValues(field, live, coerced);
  return {
    topics: topicsOf(topics ?? []),
    key: (live.alias ?? live.name).value,
    document: queryOf(document, live),
  };

  function queryOf({ definitions, ...rest }: DocumentNode, { selectionSet }: FieldNode): DocumentNode {
    if (!selectionSet || !operation) throw badRequest("`live` wants a selection.");
    const query = { ...operation, operation: OperationTypeNode.QUERY, selectionSet };
    const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    return { ...rest, definitions: [query, ...fragments] };
  }
}

function topicsOf(texts: readonly string[]): Set<Topic> {
  if (texts.length === 0 || texts.length > MOST_TOPICS)
    throw badRequest(`\`topics\` must be from 1 to ${MOST_TOPICS}.`, "BAD_USER_INPUT");
  return new Set(
    texts.map((text) => {
      const topic = parseTopic(text);
      if (topic === undefined) throw badRequest(`\`topics\` must be ${TOPIC_FORM}.`, "BAD_USER_INPUT");
      return topic;
    }),
  );
}

const MOST_TOPICS = 20;

/** Answers now and after news. Its end is the stream's end, also while nothing comes. */
function whenNews(
  stream: Stream,
  ask: () => Promise<ExecutionResult>,
  ended: () => void,
): AsyncIterable<ExecutionResult> {
  const news = new News(stream);
  let isOver = false;
  const end = () => {
    if (!isOver) ended();
    isOver = true;
    stream.end();
  };
  const answers = (async function* () {
    try {
      let last = "";
      do {
        const result = await ask().catch((error) => ({ errors: [refuseWhole(error)] }));
        const text = JSON.stringify(result);
        if (text !== last) yield result;
        last = text;
        await sleep(PAUSE_MS);
      } while (await news.next());
    } finally {
      end();
    }
  })();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => answers.next(),
      return: () => {
        // A generator that waits, or has not begun, would not hear of it.
        end();
        return answers.return();
      },
    }),
  };
}

/** Whether anything was told since it was last asked. What is told is read at once, so that the stream never is behind. */
class News {
  #isNew = false;
  #isOver = false;
  #tell: () => void = () => undefined;

  constructor({ body }: Stream) {
    void this.#read(body.getReader());
  }

  /** Waits for news; false once there will be none. */
  async next(): Promise<boolean> {
    while (!this.#isNew && !this.#isOver)
      await new Promise<void>((resolve) => {
        this.#tell = resolve;
      });
    this.#isNew = false;
    return !this.#isOver;
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const text = new TextDecoder();
    for (;;) {
      const part = await reader.read().catch(() => undefined);
      if (part?.value === undefined) break;
      // The opening and the signs of life carry no data.
      if (!/^data:/m.test(text.decode(part.value))) continue;
      this.#isNew = true;
      this.#tell();
    }
    this.#isOver = true;
    this.#tell();
  }
}
