import { z } from "@hono/zod-openapi";
import { address, bytes32, count, nodeKind, withBlock } from "../../http/fields.ts";
import { described, readQuery, wholeNumber } from "../../http/queries.ts";
import { contributionSchema } from "../contributions/schema.ts";

const SIZE = { min: 1, max: 20 };

const foundPersonSchema = z
  .object({
    node: bytes32,
    kind: nodeKind,
    account: address.nullable().openapi({
      description: "The account itself, or the one that the identity is linked to, if its link is in effect.",
    }),
    name: z
      .string()
      .nullable()
      .openapi({ description: "An identity's name, if it was found by it: the index knows its hash only." }),
    credited: count.openapi({ description: "Works that credit it." }),
  })
  .openapi("FoundPerson");

export const searchAnswer = withBlock({
  contributions: z.array(contributionSchema).openapi({ description: "The newest first." }),
  people: z.array(foundPersonSchema),
}).openapi("SearchAnswer");

export const searchQuery = readQuery.extend({
  q: z.string().max(100).regex(/\S/, "must have a word").trim().openapi({
    description:
      "Words of titles, or their beginnings; the number of a work; the beginning of an address, a work's id or a node, from 0x; or the name of an identity, such as `github:alice`.",
  }),
  limit: wholeNumber(SIZE)
    .default(10)
    .openapi({ ...described(SIZE), default: 10, description: "Of each kind at the most." }),
});
