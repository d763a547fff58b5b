import type { Parameters } from "../parameters.ts";
import type { Deployable } from "./place.ts";

/** OpenZeppelin's timelock: the governor and, on local chains, named accounts; no admin but itself. */
export function timelock({ timelockDelay, timelockProposers }: Parameters): Deployable {
  return { name: "Timelock", args: [timelockDelay, timelockProposers] };
}
