import { z } from "@hono/zod-openapi";
import { address, addressInput, bytes32, count, level, pageOf, phase, seconds } from "../../http/fields.ts";
import { pageQuery } from "../../http/queries.ts";

/** A place on a panel, with what is to be done there and until when. */
const dutySchema = z
  .object({
    contribution: z.object({ id: bytes32, number: count, title: z.string().nullable(), phase }),
    round: count,
    current: z.boolean().openapi({ description: "Whether this is the work's present round." }),
    position: count,
    seat: count,
    commitEnd: seconds.nullable(),
    revealEnd: seconds.nullable(),
    commitment: bytes32.nullable(),
    committedAt: seconds.nullable(),
    level: level.nullable(),
    revealedAt: seconds.nullable(),
    leakedAt: seconds
      .nullable()
      .openapi({ description: "When it was proven to have leaked, which voids it." }),
  })
  .openapi("Duty");

export const dutyPage = pageOf(dutySchema).openapi("DutyPage");
export const dutyParams = z.object({ address: addressInput });
export const dutyQuery = pageQuery.extend({
  open: z
    .enum(["true", "false"])
    .optional()
    .openapi({ description: "`true`: only rounds that are being voted on." }),
});

const judgeSchema = z
  .object({
    account: address,
    seat: count.nullable(),
    drawn: count,
    committed: count,
    revealed: count,
  })
  .openapi("Judge");

export const judgePage = pageOf(judgeSchema).openapi("JudgePage");
export const judgeQuery = pageQuery;
