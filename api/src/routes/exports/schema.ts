import { z } from "@hono/zod-openapi";
import { blockNumber, bytes32, count, nodeKind, weight } from "../../http/fields.ts";
import { readQuery } from "../../http/queries.ts";

export const LISTS = [
  "contributions",
  "people",
  "epochs",
  "records",
  "payments",
  "shares",
  "citations",
  "events",
] as const;
export type ListName = (typeof LISTS)[number];

export const exportParams = z.object({
  list: z.enum(LISTS).openapi({ param: { name: "list", in: "path" } }),
});

export const exportQuery = readQuery.extend({
  format: z
    .enum(["csv", "ndjson"])
    .default("ndjson")
    .openapi({ param: { name: "format", in: "query" }, default: "ndjson" }),
});

// What is listed nowhere else.

export const exportedShare = z.object({ contribution: bytes32, node: bytes32, kind: nodeKind, weight });
export const exportedCitation = z.object({ contribution: bytes32, upstream: bytes32, weight });

export const exportedEvent = z.object({
  block: blockNumber,
  logIndex: count,
  name: z.string(),
  tx: bytes32,
  nodes: z.array(bytes32),
});
