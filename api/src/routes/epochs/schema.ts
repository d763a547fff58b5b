import { z } from "@hono/zod-openapi";
import { count, pageOf, seconds, wei, whole } from "../../http/fields.ts";
import { pageQuery } from "../../http/queries.ts";

export const epochSchema = z
  .object({
    number: count,
    start: seconds,
    end: seconds,
    sealableAt: seconds,
    points: whole,
    isSealed: z.boolean(),
    sealedAt: seconds.nullable(),
    budget: wei.openapi({ description: "By the formula of the emission; it is never exceeded." }),
    rate: wei
      .nullable()
      .openapi({ description: "What the budget gives a point before price caps; null until sealed." }),
    accepted: count,
    settled: count,
    minted: wei,
  })
  .openapi("Epoch");

/** Epochs that a work has joined, or that were sealed. */
export const epochPage = pageOf(epochSchema).openapi("EpochPage");
export const epochQuery = pageQuery;
