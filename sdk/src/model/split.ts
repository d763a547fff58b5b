import { Split } from "../generated/constants.ts";

/** 10% rounded down to the commons, all the rest to the people. */
export function split(amount: bigint): { citadel: bigint; people: bigint } {
  const citadel = amount / Split.CITADEL_DIVISOR;
  return { citadel, people: amount - citadel };
}
