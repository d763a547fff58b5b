import { z } from "@hono/zod-openapi";
import { address, bytes32, bytes32Input, count, seconds, withBlock } from "../../http/fields.ts";
import { readQuery } from "../../http/queries.ts";
import { receivedSchema } from "../accounts/schema.ts";
import { poolSchema, tokenPoolSchema } from "../contributions/schema.ts";

export const identitySchema = z
  .object({
    node: bytes32,
    firstSeenAt: seconds,
    credited: count.openapi({ description: "Works that credit it." }),
    nonce: count.openapi({ description: "Links that were vetoed." }),
    link: z
      .object({
        account: address,
        proposedAt: seconds,
        effectiveAt: seconds,
        effective: z.boolean(),
        attestors: z.array(address),
      })
      .nullable(),
    pool: poolSchema,
    tokenPools: z.array(tokenPoolSchema).openapi({ description: "In other tokens than AZR, the first 20." }),
    received: z.array(receivedSchema).openapi({ description: "The latest 20." }),
  })
  .openapi("Identity");

export const identityAnswer = withBlock({ identity: identitySchema }).openapi("IdentityAnswer");
export const identityParams = z.object({ node: bytes32Input });
export const identityReadQuery = readQuery;
