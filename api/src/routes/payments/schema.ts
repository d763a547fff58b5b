import { potOriginNames } from "@azora/sdk";
import { z } from "@hono/zod-openapi";
import {
  address,
  bytes32,
  count,
  level,
  nodeKind,
  seconds,
  wei,
  weight,
  whole,
  withBlock,
} from "../../http/fields.ts";
import { described, wholeNumber } from "../../http/queries.ts";

const settlementWhy = z
  .object({
    level: level.nullable(),
    points: whole.openapi({ description: "2^(level - 1)" }),
    rate: wei.openapi({ description: "Wei of AZR a point: budget / epochPoints, but cap at the most." }),
    epoch: count,
    epochPoints: whole.nullable(),
    budget: wei.nullable(),
    cap: wei
      .nullable()
      .openapi({ description: "The price cap of the rules under which the work was registered." }),
    late: z.boolean().openapi({
      description: "It missed the epoch of its window, and is paid the lower of the rates of both.",
    }),
    amount: wei.openapi({ description: "points * rate" }),
    citadel: wei.openapi({ description: "A tenth of the amount, rounded down." }),
  })
  .openapi("SettlementWhy");

const rewardWhy = z
  .object({ id: z.string(), payer: address, amount: wei, citadel: wei })
  .openapi("RewardWhy");

const shareWhy = z
  .object({
    role: z.enum(["upstream", "contributor", "link"]).openapi({
      description: "A work that was built on, somebody who is credited, or the account of an identity.",
    }),
    weight,
    before: weight.openapi({ description: "The weights of this role that come first." }),
    ofAmount: wei.openapi({
      description:
        "What the role shares: the pot, or for contributors what upstream leaves of it. The share is floor(of * (before + weight) / 10^6) - floor(of * before / 10^6).",
    }),
    ofMinted: wei,
  })
  .openapi("ShareWhy");

const partSchema = z.object({ flow: z.string(), position: count, source: bytes32, amount: wei, minted: wei });

/** One recipient's part of a flow. */
export const paymentSchema = z.object({
  flow: z.string(),
  position: count,
  token: address,
  source: bytes32,
  sourceKind: nodeKind,
  node: bytes32,
  kind: nodeKind,
  amount: wei,
  minted: wei,
  timestamp: seconds,
});

export const stepSchema = paymentSchema
  .extend({
    pot: z.object({ origin: z.enum(potOriginNames), amount: wei, minted: wei }).openapi({
      description: "What was split.",
    }),
    share: shareWhy
      .nullable()
      .openapi({ description: "The part of it; null if nobody is known by this node." }),
    settlement: settlementWhy.nullable().openapi({ description: "Where the pot of a settlement came from." }),
    reward: rewardWhy.nullable().openapi({ description: "Where the pot of a reward came from." }),
    incoming: z.array(partSchema).openapi({
      description: "The payments that a pool's pot was made of, in order, the first 20.",
    }),
    isWhole: z.boolean().openapi({ description: "Whether `incoming` has all of them." }),
    adds: z.boolean().openapi({
      description:
        "Whether every number follows from the others to the wei, by the formulae of the reference model.",
    }),
  })
  .openapi("PayoutStep");

export const whyAnswer = withBlock({
  steps: z.array(stepSchema).openapi({
    description: "The payment, then those that its pot was made of, then those of their pots, and so on.",
  }),
  isWhole: z.boolean().openapi({
    description:
      "Whether the steps lead back to settlements and rewards alone; false if there are more than 50.",
  }),
}).openapi("WhyAnswer");

/** As the index's column has them. */
const POSITIONS = { max: 2 ** 31 - 1 };

export const whyParams = z.object({
  flow: z
    .string()
    .regex(/^\d{75}$/, "must be the id of a flow: 75 digits")
    .openapi({ param: { name: "flow", in: "path" } }),
  position: wholeNumber(POSITIONS).openapi({
    ...described(POSITIONS),
    param: { name: "position", in: "path", required: true },
  }),
});
