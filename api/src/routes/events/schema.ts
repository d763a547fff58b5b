import { z } from "@hono/zod-openapi";
import { blockRef, bytes32 } from "../../http/fields.ts";
import { parsePosition } from "../../live/position.ts";
import { parseTopic, TOPIC_FORM } from "../../live/topics.ts";

export const eventSchema = z
  .object({
    id: z.string().openapi({ description: "Where the stream can be taken up again. Opaque." }),
    name: z.string().openapi({ example: "ProofOfValue.Committed" }),
    block: blockRef,
    tx: bytes32,
    logIndex: z.int().min(0).openapi({ description: "The log's place in its block." }),
    nodes: z.array(bytes32).openapi({
      description: "The works, identities and accounts that the event speaks of, as nodes.",
    }),
  })
  .openapi("Event", { description: "An event of a contract, as it stands on the chain." });

const MAX_TOPICS = 20;

const topic = z.string().transform((text, c) => {
  const found = parseTopic(text);
  if (found !== undefined) return found;
  c.addIssue({ code: "custom", message: `must be ${TOPIC_FORM}` });
  return z.NEVER;
});

const position = z.string().transform((text, c) => {
  const found = parsePosition(text);
  if (found !== undefined) return found;
  c.addIssue({ code: "custom", message: "must be the `id` of an event of this stream" });
  return z.NEVER;
});

export const eventsQuery = z.object({
  topic: z
    .preprocess(
      (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(topic).min(1, "must be given once at least").max(MAX_TOPICS),
    )
    .openapi({
      param: { name: "topic", in: "query", required: true, style: "form", explode: true },
      type: "array",
      items: { type: "string" },
      minItems: 1,
      maxItems: MAX_TOPICS,
      description: `What to be told of, ${MAX_TOPICS} at the most: ${TOPIC_FORM}.`,
      example: ["protocol"],
    }),
  lastEventId: position.optional().openapi({
    param: { name: "lastEventId", in: "query" },
    type: "string",
    description: "As the header `Last-Event-ID`, for clients that cannot set it. The header goes before.",
  }),
});

export const eventsHeaders = z.object({
  "last-event-id": z
    .preprocess((given) => (given === "" ? undefined : given), position.optional())
    .openapi({
      param: { name: "last-event-id", in: "header" },
      type: "string",
      description: "The last `id` that was received: what came after it is told first.",
    }),
});
