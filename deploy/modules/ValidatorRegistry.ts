import type { Parameters } from "../parameters.ts";
import type { Deployable } from "./place.ts";

export function validatorRegistry({ seats }: Parameters): Deployable {
  return { name: "ValidatorRegistry", args: [seats] };
}
