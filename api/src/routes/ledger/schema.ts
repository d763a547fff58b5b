import { z } from "@hono/zod-openapi";
import {
  address,
  addressInput,
  blockNumber,
  bytes32,
  bytes32Input,
  leafKind,
  pageOf,
  seconds,
  withBlock,
} from "../../http/fields.ts";
import { described, pageQuery, readQuery, wholeNumber } from "../../http/queries.ts";

const index = z.int().min(0).openapi({ description: "The leaf's place, from 0." });

/** A decision on the audit ledger: the leaf's fields, and where it stands on the chain. */
export const recordSchema = z
  .object({
    index,
    timestamp: seconds,
    emitter: address,
    kind: leafKind,
    subject: bytes32,
    actor: address,
    dataHash: bytes32,
    block: blockNumber,
    tx: bytes32,
  })
  .openapi("Record");

export const recordPage = pageOf(recordSchema).openapi("RecordPage");
export const recordAnswer = withBlock({ record: recordSchema }).openapi("RecordAnswer");

/** An inclusion proof of RFC 9162, with keccak256. */
export const proofAnswer = withBlock({
  record: recordSchema,
  size: z.int().min(1).openapi({ description: "The number of leaves of the tree in which it is proven." }),
  root: bytes32.openapi({ description: "The tree head at that size, by this index's own leaves." }),
  path: z.array(bytes32).openapi({ description: "The inclusion path, from the leaf's sibling upwards." }),
}).openapi("ProofAnswer");

const headSchema = z
  .object({
    size: z.int().min(1).openapi({ description: "Leaves." }),
    root: bytes32.openapi({ description: "The tree head at that size, by this index's own leaves." }),
  })
  .openapi("LedgerHead");

/** A consistency proof of RFC 9162, with keccak256. */
export const consistencyAnswer = withBlock({
  older: headSchema,
  newer: headSchema,
  proof: z.array(bytes32).openapi({
    description: "The hashes from which both heads follow; none if they are the same.",
  }),
}).openapi("ConsistencyAnswer");

export const recordQuery = pageQuery.extend({
  kind: leafKind.optional(),
  subject: bytes32Input.optional(),
  actor: addressInput.optional(),
  order: z.enum(["newest", "oldest"]).default("newest"),
});

export const recordParams = z.object({
  index: wholeNumber().openapi({
    ...described(),
    param: { name: "index", in: "path", required: true },
    description: "The leaf's place, from 0.",
  }),
});
export const proofQuery = readQuery.extend({
  size: wholeNumber({ min: 1 })
    .optional()
    .openapi({
      ...described({ min: 1 }),
      description: "Of the tree to prove it in; the whole ledger by default.",
    }),
});
export const consistencyQuery = readQuery.extend({
  from: wholeNumber({ min: 1 }).openapi({
    ...described({ min: 1 }),
    description: "Leaves of the older tree.",
  }),
  to: wholeNumber({ min: 1 })
    .optional()
    .openapi({ ...described({ min: 1 }), description: "Of the newer one; the whole ledger by default." }),
});
