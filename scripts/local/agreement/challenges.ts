import { directionNames, disputesAbi, groundNames, Outcome, outcomeNames } from "@azora/sdk";
import type { Schemas } from "@azora/sdk/api";
import type { Address, Hex } from "viem";
import { type Comparison, pinned, same } from "./compare.ts";

type Detail = Schemas["ContributionAnswer"];

/** Compares what the API says of the challenge of a work with the contract. */
export async function compareChallenge(
  comparison: Comparison,
  at: Detail,
  challenge: NonNullable<Schemas["Challenge"]>,
): Promise<void> {
  const id = at.contribution.id as Hex;
  const { disputes: address } = comparison.network.deployment.addresses;
  const disputes = { ...pinned(at), address, abi: disputesAbi } as const;
  const onChain = await comparison.client.readContract({
    ...disputes,
    functionName: "disputeOf",
    args: [id],
  });
  const say = (
    what: string,
    indexed: string | number | boolean | undefined,
    value: string | number | bigint | boolean | undefined,
  ) => same(comparison, `${what} of the challenge of ${id}`, indexed ?? null, value ?? "nothing");
  say("The challenger", challenge.challenger, onChain.challenger);
  say("The flag", challenge.flagged, onChain.flagged);
  say("The direction", challenge.direction, directionNames[onChain.direction]);
  say("The ground", challenge.ground, groundNames[onChain.ground]);
  say("The outcome", challenge.outcome, outcomeNames[onChain.outcome]);
  say("The first round", challenge.firstRound, onChain.firstRound);
  say("The first level", challenge.firstLevel, onChain.firstLevel);
  say("The last round", challenge.lastRound ?? 0, onChain.lastRound);
  say("The second level", challenge.secondLevel ?? 0, onChain.secondLevel);
  say("The fee", challenge.fee, onChain.fee);
  say("The counted votes", challenge.counted ?? 0, onChain.counted);
  // Once it is resolved the contract holds no bond any more.
  const isPending = onChain.outcome === Outcome.Pending;
  say("The bond held", isPending ? challenge.bond : 0, onChain.bond);
  for (const { round, validator } of challenge.shared) {
    const args = [id, round, validator as Address] as const;
    const isShared = await comparison.client.readContract({ ...disputes, functionName: "isShared", args });
    say(`The share of ${validator} in round ${round}`, true, isShared);
  }
}
