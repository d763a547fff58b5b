import { faultNames, leafKindNames, nodeKindNames, phaseNames, verdictNames } from "@azora/sdk";
import { z } from "@hono/zod-openapi";

/** The kinds of values that every resource is made of, with their units. One home for what OpenAPI says of them. */

export const bytes32 = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, "must be 0x and 64 hexadecimal digits in lower case")
  .openapi({ example: `0x01${"0".repeat(62)}` });

/** 32 bytes as people may write them; what comes out is in lower case. */
export const bytes32Input = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, "must be 0x and 64 hexadecimal digits")
  .transform((value) => value.toLowerCase() as `0x${string}`);

export const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "must be 0x and 40 hexadecimal digits")
  .openapi({
    description: "With the checksum of EIP-55.",
    example: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  });

export const addressInput = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "must be 0x and 40 hexadecimal digits")
  .transform((value) => value.toLowerCase() as `0x${string}`);

export const wei = z
  .string()
  .regex(/^-?\d+$/)
  .openapi({
    description: "In wei, the 10^18th part of an AZR or an ETH, as decimal digits.",
    example: "900000000000000000",
  });

export const whole = z
  .string()
  .regex(/^\d+$/)
  .openapi({ description: "A whole number that may be large, as decimal digits.", example: "512" });

export const weight = z
  .int()
  .min(0)
  .max(1_000_000)
  .openapi({ description: "In parts per million.", example: 250_000 });

export const seconds = z
  .int()
  .min(0)
  .openapi({ description: "Seconds since 1970 by the chain's own clock.", example: 1_770_000_000 });

export const count = z.int().min(0);
export const level = z.int().min(0).max(10).openapi({ description: "From 0 to 10, see the rubric." });
export const blockNumber = z.int().min(0);

export const leafIndex = count.openapi({ description: "Its leaf's place on the audit ledger." });
export const EXECUTED_BY = "The next proposal that the governor executed in the same transaction";
export const executedBy = bytes32.nullable().openapi({
  description: `${EXECUTED_BY}; null if there is none.`,
});

export const phase = z
  .enum(phaseNames)
  .openapi("Phase", { description: "How far a work is; it only ever goes on." });
export const leafKind = z.enum(leafKindNames).openapi("LeafKind");
export const reservationState = z
  .enum(["Open", "Redeemed", "Released", "Forfeited"])
  .openapi("ReservationState", { description: "Open until it is used, given back or lost." });
export const verdict = z.enum(verdictNames).openapi("Verdict", { description: "What a critic makes of it." });
export const fault = z.enum(faultNames).openapi("Fault", { description: "What a judge was slashed for." });
/** As OpenZeppelin's Governor names them; `Expired` does not occur with a timelock. */
export const proposalState = z
  .enum(["Pending", "Active", "Canceled", "Defeated", "Succeeded", "Queued", "Executed"])
  .openapi("ProposalState", { description: "As of the block of the answer." });
export const nodeKind = z.enum(nodeKindNames);

/** The block as of which an answer is true. */
export const blockRef = z
  .object({ number: blockNumber, hash: bytes32, timestamp: seconds })
  .openapi("Block", {
    description: "The block that the index has reached, and as of which the answer holds.",
  });

/** Answers carry the block that they hold at. */
export const withBlock = <shape extends z.ZodRawShape>(shape: shape) =>
  z.object({ ...shape, block: blockRef });

/** A page of a list. `next` is the cursor of the page after it, or null at the end. */
export const pageOf = <item extends z.ZodType>(item: item) =>
  withBlock({ items: z.array(item), next: z.string().nullable() });
