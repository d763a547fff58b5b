import { directionNames, groundNames, outcomeNames } from "@azora/sdk";
import { z } from "@hono/zod-openapi";
import { address, bytes32, count, level, seconds, wei } from "../../http/fields.ts";

export const challengeSchema = z
  .object({
    challenger: address.openapi({ description: "An account or, for a flag, a critic." }),
    flagged: z.boolean().openapi({ description: "By a critic: without a bond, the fee from the fund." }),
    direction: z.enum(directionNames),
    ground: z.enum(groundNames),
    outcome: z
      .enum(outcomeNames)
      .openapi({ description: "Inconclusive: the second panel never had a quorum, so the first stands." }),
    reasonHash: bytes32,
    firstRound: count.openapi({ description: "The round whose level was challenged." }),
    firstLevel: level,
    lastRound: count.nullable().openapi({ description: "The last one of the second panel." }),
    secondLevel: level.nullable().openapi({ description: "The second panel's median, if it had a quorum." }),
    fee: wei,
    bond: wei.openapi({ description: "What was put in, in wei of ETH." }),
    bondTo: address.nullable().openapi({ description: "To whom the bond went." }),
    counted: count.nullable().openapi({ description: "Reveals of the second panel, which share the fee." }),
    share: wei.nullable().openapi({ description: "What each of them may claim of the fee." }),
    shared: z
      .array(z.object({ round: count, validator: address, amount: wei }))
      .openapi({ description: "Parts of the fee that were credited." }),
    challengedAt: seconds,
    tx: bytes32,
    resolvedAt: seconds.nullable(),
  })
  .openapi("Challenge");
