import { createRoute, z } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import type { Context } from "../../context.ts";
import { BLOCK_HEADER, blockHeader, waitFor } from "../../http/answers.ts";
import { problemResponse } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { ExportLimit, exportList } from "./exportList.ts";
import { LISTS, type List } from "./lists.ts";
import { exportParams, exportQuery, statementParams } from "./schema.ts";
import { statementOf } from "./statement.ts";

const DESCRIPTION = `A list to its end, as of one block, oldest or first first. Its items are those of the list's own route, if it has one.

As \`ndjson\`, one JSON object a line. As \`csv\` (RFC 4180), with a header; null is empty, the values of an array are parted by spaces, and a text that a spreadsheet would take for a formula has an apostrophe before it.

It is sent as it is read. If it cannot be read to its end, the connection is cut off.`;

const TYPES = { csv: "text/csv; charset=utf-8; header=present", ndjson: "application/x-ndjson" } as const;

const OUTCOMES = {
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
} as const;

const get = createRoute({
  method: "get",
  path: "/v1/exports/{list}",
  operationId: "exportList",
  tags: ["Exports"],
  summary: "A whole list",
  description: DESCRIPTION,
  request: { params: exportParams, query: exportQuery },
  responses: OUTCOMES,
});

const STATEMENT = `All that came to an account, as of one block, oldest first: a line for each work that it came from. What came through an identity is told work by work, with the \`flow\`, \`position\`, \`block\` and \`time\` at which it reached the account. For each token the amounts come to all that it received; of AZR, \`minted\` comes to what it has earned.

\`work\` is where it came from, with its \`number\` and \`title\`; \`weight\` the share in what its people were paid, in parts per million; \`through\` the identity that was credited, if it was not the account itself. Why a payment is what it is, \`/v1/payments/{flow}/{position}/why\` tells.

It is sent as \`/v1/exports\` are, in the same formats.`;

const getStatement = createRoute({
  method: "get",
  path: "/v1/accounts/{address}/statement",
  operationId: "exportStatement",
  tags: ["Exports"],
  summary: "What an account was paid, work by work",
  description: STATEMENT,
  request: { params: statementParams, query: exportQuery },
  responses: OUTCOMES,
});

/** What is sent, and what it is called. */
interface Export {
  list: List;
  name: string;
  query: z.infer<typeof exportQuery>;
}

export const exportRoutes = ({ index }: Context) => {
  const limit = new ExportLimit();
  const send = async (c: HonoContext, { list, name, query: { format, minBlock } }: Export) => {
    const wait = waitFor(c, index, minBlock);
    // What a HEAD asks for is known without reading the list.
    const { head, body } =
      c.req.raw.method === "HEAD"
        ? { head: await index.read(async (snapshot) => snapshot.head, wait), body: null }
        : await limit.take(() => exportList(index, list, format, wait));
    return c.body(body ?? "", 200, {
      "Content-Type": TYPES[format],
      "Content-Disposition": `attachment; filename="azora-${name}-${head.number}.${format}"`,
      "Cache-Control": "no-store",
      [BLOCK_HEADER]: blockHeader(head),
    });
  };
  return createRouter()
    .openapi(get, (c) => {
      const { list } = c.req.valid("param");
      return send(c, { list: LISTS[list], name: list, query: c.req.valid("query") });
    })
    .openapi(getStatement, (c) => {
      const { address } = c.req.valid("param");
      const list = statementOf(address);
      return send(c, { list, name: `statement-${address}`, query: c.req.valid("query") });
    });
};
