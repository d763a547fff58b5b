import { createRoute } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { problemResponse } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { eventSchema, eventsHeaders, eventsQuery } from "./schema.ts";

const DESCRIPTION = `Server-sent events (\`text/event-stream\`), as \`EventSource\` reads them.

- A message without a type is an event of the protocol, in the order of the chain; its data is an \`Event\`.
- \`head\`, for the topic of that name: the block that the index has reached. The present one comes first.
- \`void\`: the chain was reorganised. Whatever was told of blocks after \`after\` is void; what holds instead comes next.
- \`reset\`: where to go on from is not known any more, or too far back. Read anew what you keep; the stream goes on from now.

Every fifteen seconds at the latest something comes, if only a comment with an \`id\`. Who does not read is let go, and may come back with the last id.`;

const stream = createRoute({
  method: "get",
  path: "/v1/events",
  operationId: "streamEvents",
  tags: ["Live"],
  summary: "What happens, as it happens",
  description: DESCRIPTION,
  request: { query: eventsQuery, headers: eventsHeaders },
  responses: {
    200: {
      description: "A stream that does not end by itself.",
      content: {
        // OpenAPI 3.1 has no word for a stream: this is what the data of a message without a type is.
        "text/event-stream": { schema: eventSchema },
      },
    },
    400: problemResponse("The request does not fit."),
    503: problemResponse("There is no index yet, the database is away, or there are too many streams."),
  },
});

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store",
  // Proxies of this kind would keep it back otherwise.
  "X-Accel-Buffering": "no",
};

export const eventRoutes = ({ feed }: Context) =>
  createRouter().openapi(stream, async (c) => {
    const { topic, lastEventId } = c.req.valid("query");
    const from = c.req.valid("header")["last-event-id"] ?? lastEventId;
    // A HEAD is no stream, and would never be ended.
    if (c.req.raw.method === "HEAD") return c.body(null, 200, HEADERS);
    const { body } = await feed.open(new Set(topic), from);
    return c.body(body, 200, HEADERS);
  });
