import { type Phase, phaseNames } from "../../generated/enums.ts";
import type { Node } from "../../node.ts";
import type { Chronicle, ChronicleWork } from "../chronicle.ts";
import type { Place } from "../problems.ts";

/** A work that must be in this phase. One in another phase is a problem, and goes on. */
export function workIn(
  { works, problems }: Chronicle,
  place: Place,
  contribution: Node,
  required: Phase,
): ChronicleWork | undefined {
  const work = works.get(contribution);
  if (work === undefined) {
    problems.add("Judgement", `${contribution} was never registered.`, place);
    return undefined;
  }
  problems.same(
    "Judgement",
    `The phase of ${contribution}`,
    phaseNames[work.phase],
    phaseNames[required],
    place,
  );
  return work;
}
