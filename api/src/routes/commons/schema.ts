import { z } from "@hono/zod-openapi";
import { address, blockNumber, bytes32, count, seconds, wei, withBlock } from "../../http/fields.ts";

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

const grantSchema = z
  .object({
    id: z.string(),
    token: tokenField,
    to: address,
    amount: wei,
    epoch: count,
    purposeHash: bytes32,
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
    timestamp: seconds,
    tx: bytes32,
  })
  .openapi("Stipend");

export const commonsSchema = z
  .object({
    azr: wei,
    ether: wei,
    epochs: z.array(fundEpochSchema).openapi({ description: "The latest 20, by epoch." }),
    grants: z.array(grantSchema).openapi({ description: "The latest 20." }),
    stipends: z.array(stipendSchema).openapi({ description: "The latest 20." }),
  })
  .openapi("Commons");

export const commonsAnswer = withBlock({ commons: commonsSchema }).openapi("CommonsAnswer");
