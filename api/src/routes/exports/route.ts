import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "../../context.ts";
import { BLOCK_HEADER, blockHeader, waitFor } from "../../http/answers.ts";
import { problemResponse } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { ExportLimit, exportList } from "./exportList.ts";
import { LISTS } from "./lists.ts";
import { exportParams, exportQuery } from "./schema.ts";

const DESCRIPTION = `A list to its end, as of one block, oldest or first first. Its items are those of the list's own route, if it has one.

As \`ndjson\`, one JSON object a line. As \`csv\` (RFC 4180), with a header; null is empty, the values of an array are parted by spaces, and a text that a spreadsheet would take for a formula has an apostrophe before it.

It is sent as it is read. If it cannot be read to its end, the connection is cut off.`;

const TYPES = { csv: "text/csv; charset=utf-8; header=present", ndjson: "application/x-ndjson" } as const;

const get = createRoute({
  method: "get",
  path: "/v1/exports/{list}",
  operationId: "exportList",
  tags: ["Exports"],
  summary: "A whole list",
  description: DESCRIPTION,
  request: { params: exportParams, query: exportQuery },
  responses: {
    200: {
      description: "The list.",
      headers: {
        [BLOCK_HEADER]: {
          description:
            "The block that the list holds at: its number, with its hash and timestamp as parameters.",
          schema: { type: "string" },
        },
      },
      content: {
        "application/x-ndjson": { schema: z.string() },
        "text/csv": { schema: z.string() },
      },
    },
    400: problemResponse("The request does not fit."),
    503: problemResponse("There is no index yet, the database is away, or too many exports are under way."),
    504: problemResponse("The index did not reach `minBlock` in time."),
  },
});

export const exportRoutes = ({ index }: Context) => {
  const limit = new ExportLimit();
  return createRouter().openapi(get, async (c) => {
    const { list } = c.req.valid("param");
    const { format, minBlock } = c.req.valid("query");
    const wait = waitFor(c, index, minBlock);
    // What a HEAD asks for is known without reading the list.
    const { head, body } =
      c.req.raw.method === "HEAD"
        ? { head: await index.read(async (snapshot) => snapshot.head, wait), body: null }
        : await limit.take(() => exportList(index, LISTS[list], format, wait));
    return c.body(body ?? "", 200, {
      "Content-Type": TYPES[format],
      "Content-Disposition": `attachment; filename="azora-${list}-${head.number}.${format}"`,
      "Cache-Control": "no-store",
      [BLOCK_HEADER]: blockHeader(head),
    });
  });
};
