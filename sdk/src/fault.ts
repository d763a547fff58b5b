import type { AbiErrorName } from "./errors/abi.ts";

/** Why the contracts refuse: the name of a custom error and its arguments, numbers as bigints. */
export interface ForeseenFault {
  readonly name: AbiErrorName;
  readonly args: readonly (bigint | string)[];
}

export function fault(name: AbiErrorName, ...args: readonly (bigint | number | string)[]): ForeseenFault {
  return { name, args: args.map((arg) => (typeof arg === "number" ? BigInt(arg) : arg)) };
}

/** A refusal that was foreseen without asking the chain. `explain` puts it into a sentence. */
export class FaultError extends Error {
  override name = "FaultError";
  readonly fault: ForeseenFault;

  constructor(reason: ForeseenFault) {
    super(`${reason.name}(${reason.args.join(", ")})`);
    this.fault = reason;
  }
}
