import { z } from "@hono/zod-openapi";
import {
  address,
  blockNumber,
  bytes32,
  count,
  executedBy,
  leafIndex,
  seconds,
  wei,
  withBlock,
} from "../../http/fields.ts";

const tokenField = address.openapi({ description: "The zero address for ETH." });

const fundEpochSchema = z
  .object({
    token: tokenField,
    epoch: count,
    opening: wei.openapi({ description: "The fund's balance at the opening, by which grants are capped." }),
    granted: wei,
    stipends: wei.openapi({ description: "Of AZR only." }),
    fees: wei.openapi({ description: "Of critics' flags, of ETH only; under the same cap as grants." }),
    openedAt: seconds,
  })
  .openapi("FundEpoch");

const fundTokenSchema = z
  .object({
    token: tokenField,
    rewards: wei.openapi({ description: "The tenths of direct rewards." }),
    granted: wei,
    stipends: wei.openapi({ description: "Of AZR only." }),
    fees: wei.openapi({ description: "Of critics' flags, of ETH only." }),
  })
  .openapi("FundToken");

const grantSchema = z
  .object({
    id: z.string(),
    token: tokenField,
    to: address,
    amount: wei,
    epoch: count,
    purposeHash: bytes32,
    record: leafIndex,
    proposal: executedBy,
    timestamp: seconds,
    block: blockNumber,
    tx: bytes32,
  })
  .openapi("Grant");

const stipendSchema = z
  .object({
    contribution: bytes32,
    round: count,
    validator: address,
    amount: wei,
    epoch: count.openapi({ description: "In which it was paid." }),
    record: leafIndex,
    timestamp: seconds,
    tx: bytes32,
  })
  .openapi("Stipend");

export const commonsSchema = z
  .object({
    azr: wei,
    ether: wei,
    tokens: z.array(fundTokenSchema).openapi({
      description:
        "What rewards brought and what was paid out in the fund's whole life: AZR, ETH, and of all others the 20 that changed last.",
    }),
    epochs: z.array(fundEpochSchema).openapi({ description: "The latest 20, by epoch." }),
    grants: z.array(grantSchema).openapi({ description: "The latest 20." }),
    stipends: z.array(stipendSchema).openapi({ description: "The latest 20." }),
  })
  .openapi("Commons");

export const commonsAnswer = withBlock({ commons: commonsSchema }).openapi("CommonsAnswer");
