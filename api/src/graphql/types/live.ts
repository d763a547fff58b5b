import { TOPIC_FORM } from "../../live/topics.ts";
import { builder } from "../builder.ts";

const QueryType = builder.queryType({ description: "All of one answer holds as of one block." });

/** Answered as a query, by live.ts, and never subscribed to as graphql-js would. */
const never = (): AsyncIterable<object> => {
  throw new Error("Live queries are answered elsewhere.");
};

builder.subscriptionFields((t) => ({
  live: t.field({
    type: QueryType,
    description:
      "A query that is answered now, and again whenever something of its topics happened and it says something else then. Each answer is as of one block.",
    args: {
      topics: t.arg.stringList({
        defaultValue: ["head"],
        description: `What to follow, 20 at most: ${TOPIC_FORM}.`,
      }),
    },
    subscribe: never,
    resolve: () => ({}),
  }),
}));
