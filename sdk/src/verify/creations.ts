import { roleNames } from "../generated/enums.ts";
import type { Chronicle } from "./chronicle.ts";
import type { CreationLog } from "./fetch.ts";

/** Whether Genesis created all of the contracts, in order, at the addresses that follow from its own. */
export function checkCreations({ deployment, problems }: Chronicle, creations: readonly CreationLog[]): void {
  const expected = Object.values(deployment.addresses);
  for (const [place, log] of creations.entries()) {
    const { role, child } = log.args;
    problems.same("Deployment", "The place of a creation", role, place, log);
    problems.same("Deployment", `The address of ${roleNames[role] ?? role}`, child, expected[role], log);
  }
  problems.same("Deployment", "The number of contracts", creations.length, expected.length, "deployment");
}
