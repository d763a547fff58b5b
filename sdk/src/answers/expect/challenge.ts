import type { Hex } from "viem";
import type { Schemas } from "../../api/client.ts";
import { directionNames, groundNames, outcomeNames } from "../../generated/enums.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";
import { byAddress, nameIn } from "./names.ts";

/** The challenge of a work, which can have one. */
export async function challengeOf(at: At, id: Hex): Promise<Expected<Schemas["Challenge"]>> {
  const { book, client, contracts } = at;
  const entry = book.of("Challenged", "contribution", id).at(-1);
  if (entry === undefined) return by("the log Challenged", null);
  const { challenger, flagged, direction, ground, reasonHash, round, fee, bond } = entry.args;
  const closed = book.of("Closed", "contribution", id).at(-1);
  const dispute = { ...contracts.disputes, functionName: "disputeOf", args: [id] } as const;
  const { outcome, firstLevel } = await client.readContract(dispute);
  // A second panel without a quorum has no median, and gives no score.
  const second = book.of("Scored", "contribution", id).findLast(({ place }) => place > entry.place);
  const resolved = book.of("Resolved", "contribution", id).at(-1);
  const shared = book
    .of("FeeShared", "contribution", id)
    .toSorted((a, b) => a.args.round - b.args.round || byAddress(a.args.validator, b.args.validator));
  return {
    ...by("the log Challenged", {
      challenger,
      flagged,
      direction: nameIn(directionNames, direction),
      ground: nameIn(groundNames, ground),
      reasonHash,
      firstRound: round,
      fee: fee.toString(),
      bond: bond.toString(),
      challengedAt: entry.time,
      tx: entry.transactionHash,
    }),
    ...by("eth_call Disputes.disputeOf", { outcome: nameIn(outcomeNames, outcome), firstLevel }),
    lastRound: by("the log Resolved", resolved?.args.round ?? null),
    secondLevel: by("the log Scored of the second panel", second?.args.level ?? null),
    ...by("the log Closed", {
      bondTo: closed?.args.bondTo ?? null,
      counted: closed === undefined ? null : Number(closed.args.counted),
      share: closed?.args.share.toString() ?? null,
      resolvedAt: closed?.time ?? null,
    }),
    shared: shared.map(({ args }) =>
      by("the log FeeShared", {
        round: args.round,
        validator: args.validator,
        amount: args.amount.toString(),
      }),
    ),
  };
}
