import type { Parameters } from "../parameters.ts";
import type { Deployable } from "./place.ts";

export function proofOfValue({ epochLength }: Parameters): Deployable {
  return { name: "ProofOfValue", args: [epochLength] };
}
