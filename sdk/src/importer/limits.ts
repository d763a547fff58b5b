import { formatEth } from "../units.ts";
import type { View } from "../view/index.ts";
import type { BondPrice } from "./bond.ts";
import { isOpen } from "./plan.ts";
import type { Survey } from "./survey.ts";
import type { ImportOptions } from "./types.ts";

const MAX_OPEN = 40;
/** The highest bond to pay unless said, in bonds without load. */
const BOND_LIMIT = 4n;

type Limits = Pick<ImportOptions, "maxOpen" | "maxBond">;

const bondLimit = ({ maxBond }: Limits, { base }: BondPrice): bigint => maxBond ?? base * BOND_LIMIT;

const countOpen = ({ nodes }: Survey, view: View): number =>
  nodes.filter((node) => isOpen(node, view)).length;

/** How many may be sent now: never so many that the import itself makes the bond double. */
export function slots(limits: Limits, found: Survey, view: View, price: BondPrice): number {
  if (price.bond > bondLimit(limits, price)) return 0;
  const { maxOpen = MAX_OPEN } = limits;
  return Math.max(0, Math.min(maxOpen - countOpen(found, view), price.room));
}

/** Why nothing can be sent now. */
export function reasonToWait(limits: Limits, found: Survey, view: View, price: BondPrice): string {
  const { ready, waiting } = found;
  const [open, limit] = [countOpen(found, view), bondLimit(limits, price)];
  if (ready.length === 0) {
    const noun = waiting === 1 ? "1 contribution waits" : `${waiting} contributions wait`;
    return `${noun} for the judgement of what is cited; works that wait for a score: ${open}.`;
  }
  if (price.bond > limit) {
    return `The bond is ${formatEth(price.bond)} because of the load, above ${formatEth(limit)}: waiting for it to fall.`;
  }
  return `Works that wait for a score: ${open}; ${ready.length} more are sent when some are judged.`;
}
