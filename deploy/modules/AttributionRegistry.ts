import type { Parameters } from "../parameters.ts";
import type { Deployable } from "./place.ts";

export function attributionRegistry({ attestors }: Parameters): Deployable {
  return { name: "AttributionRegistry", args: [attestors] };
}
