import { z } from "@hono/zod-openapi";
import {
  address,
  addressInput,
  blockNumber,
  bytes32,
  count,
  nodeKind,
  wei,
  weight,
} from "../../http/fields.ts";
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

export const statementParams = z.object({ address: addressInput });

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

/** One work's part of what came to an account; the route's description says what each is. */
export const statementLine = z.object({
  time: z.iso.datetime(),
  block: blockNumber,
  token: address,
  amount: wei,
  minted: wei,
  work: bytes32,
  number: count.nullable(),
  title: z.string().nullable(),
  weight: weight.nullable(),
  through: bytes32.nullable(),
  flow: z.string(),
  position: count,
});
