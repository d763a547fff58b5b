import { ZeroAddress } from "ethers";
import type { Parameters } from "../parameters.ts";
import type { Deployable } from "./place.ts";

/** OpenZeppelin's timelock: named proposers, open execution, and no admin but itself. */
export function timelockController({ timelockDelay, timelockProposers }: Parameters): Deployable {
  return {
    name: "TimelockController",
    folder: "@openzeppelin/contracts/governance",
    args: [timelockDelay, timelockProposers, [ZeroAddress], ZeroAddress],
  };
}
