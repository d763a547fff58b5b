import { potOriginNames } from "@azora/sdk";
import { z } from "@hono/zod-openapi";
import {
  address,
  addressInput,
  blockNumber,
  bytes32,
  bytes32Input,
  count,
  level,
  nodeKind,
  pageOf,
  phase,
  seconds,
  verdict,
  wei,
  weight,
  whole,
  withBlock,
} from "../../http/fields.ts";
import { described, pageQuery, readQuery, wholeNumber } from "../../http/queries.ts";
import { recordSchema } from "../ledger/schema.ts";
import { challengeSchema } from "./challengeSchema.ts";

export const contributionSchema = z
  .object({
    id: bytes32,
    number: count.openapi({ description: "Its place among all registrations, from 1." }),
    title: z.string().nullable().openapi({ description: "From the evidence, if this API has it." }),
    summary: z.string().nullable(),
    evidenceHash: bytes32,
    uri: z.string(),
    registrant: address,
    phase,
    level: level.nullable(),
    points: whole.nullable(),
    epoch: count.nullable(),
    amount: wei.openapi({ description: "AZR minted for it, in wei; 0 until it is settled." }),
    contributorCount: count,
    upstreamCount: count,
    citedByCount: count,
    registeredAt: seconds,
    registeredBlock: blockNumber,
    registeredTx: bytes32,
  })
  .openapi("Contribution");

export const shareSchema = z
  .object({
    node: bytes32,
    kind: nodeKind,
    weight,
    account: address.nullable().openapi({
      description: "The account itself, or the one that the identity is linked to, if its link is in effect.",
    }),
  })
  .openapi("Share");

export const citationSchema = z
  .object({ id: bytes32, number: count, title: z.string().nullable(), phase, weight })
  .openapi("Citation");

const ballotSchema = z
  .object({
    validator: address,
    position: count,
    seat: count,
    commitment: bytes32.nullable(),
    committedAt: seconds.nullable(),
    level: level.nullable(),
    rationaleHash: bytes32.nullable(),
    revealedAt: seconds.nullable(),
    leakedAt: seconds
      .nullable()
      .openapi({ description: "When it was proven to have leaked, which voids it." }),
  })
  .openapi("Ballot");

const roundSchema = z
  .object({
    round: count,
    armedAt: blockNumber.openapi({ description: "Block of the arming; seats count as of it." }),
    drawBlock: blockNumber,
    rearmReason: z.string().nullable(),
    drawnAt: seconds.nullable(),
    commitEnd: seconds.nullable(),
    revealEnd: seconds.nullable(),
    scoredAt: seconds.nullable(),
    level: level.nullable(),
    votes: z.array(level).nullable().openapi({ description: "The levels voted for, ascending." }),
    panelSize: count,
    ballots: z.array(ballotSchema),
  })
  .openapi("Round");

const score = z.int().min(0).max(100);

export const critiqueSchema = z
  .object({
    critic: address,
    verdict,
    ethics: score,
    bias: score,
    fairness: score,
    transparency: score,
    documentHash: bytes32.openapi({ description: "SHA-256 of the whole critique." }),
    critiqueHash: bytes32.openapi({ description: "SHA-256 of the critic's critique of itself." }),
    timestamp: seconds,
    tx: bytes32,
  })
  .openapi("Critique");

export const paymentSchema = z
  .object({ node: bytes32, kind: nodeKind, amount: wei, minted: wei })
  .openapi("Payment");

const flowSchema = z
  .object({
    id: z.string(),
    token: address,
    origin: z.enum(potOriginNames).openapi({
      description: "Where the pot came from: the work's own pool, its settlement, or somebody's reward.",
    }),
    settlement: z.boolean(),
    amount: wei,
    minted: wei,
    timestamp: seconds,
    tx: bytes32,
    payments: z.array(paymentSchema),
  })
  .openapi("Flow");

const settlementSchema = z
  .object({
    epoch: count,
    points: whole,
    rate: wei.openapi({ description: "Wei of AZR a point." }),
    amount: wei,
    citadel: wei,
    people: wei.openapi({ description: "amount - citadel." }),
    settledAt: seconds,
    tx: bytes32,
  })
  .openapi("Settlement");

export const poolSchema = z
  .object({
    balance: wei,
    minted: wei.openapi({
      description: "The part of the balance that counts as earned once it reaches an account.",
    }),
    received: wei.openapi({ description: "In its whole life." }),
  })
  .openapi("Pool");

/** A pool of another token than AZR. */
export const tokenPoolSchema = z.object({ token: address, balance: wei, received: wei }).openapi("TokenPool");

const rewardSchema = z
  .object({
    id: z.string(),
    token: address,
    payer: address,
    amount: wei.openapi({ description: "What arrived, the fund's tenth included." }),
    citadel: wei,
    timestamp: seconds,
    tx: bytes32,
  })
  .openapi("Reward");

export const contributionDetailSchema = contributionSchema
  .extend({
    rulesVersion: count,
    attributionHash: bytes32,
    bond: wei,
    bondOwner: address.openapi({
      description: "To whom the bond returns: the registrant, or who paid for the last reopening.",
    }),
    opening: count,
    round: count,
    scoredRound: count.nullable().openapi({ description: "The round by whose panel the level stands." }),
    challenge: challengeSchema.nullable(),
    late: z.boolean(),
    challengeEnd: seconds.nullable().openapi({ description: "When a scored work can be finalized." }),
    sealableAt: seconds
      .nullable()
      .openapi({ description: "When the epoch of an accepted work can be sealed." }),
    contributors: z.array(shareSchema),
    upstream: z.array(citationSchema),
    citedBy: z.array(citationSchema).openapi({ description: "The first 100 by number." }),
    rounds: z.array(roundSchema),
    settlement: settlementSchema.nullable(),
    pool: poolSchema,
    tokenPools: z.array(tokenPoolSchema).openapi({ description: "In other tokens than AZR, the first 20." }),
    rewards: z.array(rewardSchema).openapi({ description: "Paid to it directly, the latest 20." }),
    flows: z.array(flowSchema).openapi({ description: "Out of this work, the latest 20." }),
    critiques: z.array(critiqueSchema),
    records: z.array(recordSchema).openapi({
      description:
        "Its decisions on the audit ledger, the first 200 in order; all are in `/v1/ledger?subject=`.",
    }),
    evidenceAvailable: z.boolean(),
  })
  .openapi("ContributionDetail");

export const contributionPage = pageOf(contributionSchema).openapi("ContributionPage");
export const contributionAnswer = withBlock({ contribution: contributionDetailSchema }).openapi(
  "ContributionAnswer",
);

/** As the contracts count them, in 32 bits, less the sign that the index's column has. */
const MAX_EPOCH = 2 ** 31 - 1;

export const contributionQuery = pageQuery.extend({
  phase: phase.optional(),
  registrant: addressInput.optional(),
  contributor: bytes32Input
    .optional()
    .openapi({ description: "An account's or identity's node that is credited." }),
  epoch: wholeNumber({ max: MAX_EPOCH })
    .optional()
    .openapi(described({ max: MAX_EPOCH })),
  q: z.string().max(100).regex(/\S/, "must have a word").trim().optional().openapi({
    description: "Words of the title, or their beginnings; each must be there.",
  }),
  order: z.enum(["newest", "oldest", "amount"]).default("newest"),
});

export const contributionParams = z.object({ id: bytes32Input });
export const contributionReadQuery = readQuery;
