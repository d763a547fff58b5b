import { z } from "@hono/zod-openapi";
import { count, pageOf, seconds, wei } from "../../http/fields.ts";
import { described, pageQuery, wholeNumber } from "../../http/queries.ts";

/** How long each is, in seconds. */
export const PERIODS = { hour: 3_600, day: 86_400 } as const;

export const bucketSchema = z
  .object({
    start: seconds,
    end: seconds.openapi({ description: "The first second after it." }),
    registered: count.openapi({ description: "Works." }),
    accepted: count,
    rejected: count,
    settled: count,
    judged: count.openapi({ description: "Votes of judges that were revealed." }),
    challenged: count.openapi({ description: "Scores that were challenged or flagged." }),
    voted: count.openapi({ description: "Votes on proposals." }),
    minted: wei.openapi({ description: "AZR, as all amounts here." }),
    paid: wei.openapi({ description: "What came to accounts through the graph." }),
    withdrawn: wei,
    fundIn: wei.openapi({ description: "What came to the CitadelFund." }),
    fundOut: wei.openapi({ description: "What left it: grants and stipends." }),
    supply: wei.openapi({ description: "After the last event that is counted here." }),
    fund: wei.openapi({ description: "What the fund held then." }),
  })
  .openapi("Bucket");

export const bucketPage = pageOf(bucketSchema).openapi("BucketPage");

const moment = (description: string) =>
  wholeNumber({ max: MAX_TIME })
    .optional()
    .openapi({ ...described({ max: MAX_TIME }), description });

/** The year 9999 or so: what is later is a mistake, such as milliseconds. */
const MAX_TIME = 253_402_300_799;

export const bucketQuery = pageQuery.extend({
  period: z.enum(["hour", "day"]).default("day"),
  from: moment("Only those that begin at this second or later."),
  until: moment("Only those that begin before this second."),
  order: z.enum(["newest", "oldest"]).default("newest"),
});
