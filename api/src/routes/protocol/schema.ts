import { phaseNames, ruleNames } from "@azora/sdk";
import { z } from "@hono/zod-openapi";
import { address, bytes32, count, seconds, wei, whole, withBlock } from "../../http/fields.ts";

const ruleSchema = z
  .object({
    name: z.enum(ruleNames),
    unit: z.enum(["gwei", "micro-AZR", "ppm", "seconds", "blocks", "number"]),
    value: whole,
    min: whole,
    max: whole,
  })
  .openapi("Rule");

export const protocolSchema = z
  .object({
    genesisTime: seconds,
    epochLength: z.int().min(1).openapi({ description: "In seconds." }),
    epoch: count.openapi({ description: "The present one, by the indexed block's time." }),
    supply: wei,
    maxSupply: wei,
    citadel: z
      .object({
        azr: wei,
        ether: wei,
        minted: wei.openapi({ description: "The tenths of all settlements." }),
      })
      .openapi({
        description: "The CitadelFund: what it holds of AZR and of ETH. `/v1/commons` tells more.",
      }),
    withdrawn: wei,
    contributions: count,
    phases: z.record(z.enum(phaseNames), count).openapi({ description: "How many works are in each phase." }),
    openRounds: count,
    seats: count,
    people: count.openapi({ description: "As many as `/v1/people` lists." }),
    ledgerSize: count,
    rulesVersion: count,
    rules: z.array(ruleSchema),
    articlesHash: bytes32.openapi({ description: "SHA-256 of the text of the articles in force." }),
    critics: z
      .array(
        z.object({
          account: address,
          since: seconds,
          critiques: count.openapi({ description: "How many it has recorded." }),
          flagsLeft: count.openapi({ description: "How many scores it can still flag in this epoch." }),
          strikes: count.openapi({
            description: "Flags that were not upheld, less one for each whole epoch since the last of them.",
          }),
        }),
      )
      .openapi({ description: "Those in office." }),
    guardian: z
      .object({
        account: address.nullable().openapi({ description: "Null: nobody is in office." }),
        termEnd: seconds.nullable().openapi({ description: "The first second out of office." }),
        nextStopAt: seconds.openapi({ description: "From when on it may stop registrations (again)." }),
        stoppedUntil: seconds.openapi({
          description: "The first second in which registrations are open again; 0 if never stopped.",
        }),
        reasonHash: bytes32.nullable().openapi({ description: "Of the last stop." }),
      })
      .openapi({ description: "Who may stop new registrations for a while, and nothing else." }),
    attestors: z.array(z.object({ account: address, activeFrom: seconds })),
  })
  .openapi("Protocol");

export const protocolAnswer = withBlock({ protocol: protocolSchema }).openapi("ProtocolAnswer");
