import type { Address } from "viem";
import { Phase, phaseNames } from "../../../generated/enums.ts";
import { short } from "../../../units.ts";
import type { View, WorkView } from "../../../view/index.ts";
import { RefusedError } from "../../exit.ts";
import { when } from "../../times.ts";

/** The place of a judge in the panel of a work that is being voted on. @throws RefusedError that says why there is none */
export function placeOf(work: WorkView, judge: Address): number {
  if (work.phase === Phase.Armed) {
    throw new RefusedError(`The panel of ${short(work.contribution)} has not been drawn yet.`);
  }
  if (work.phase !== Phase.Voting) {
    throw new RefusedError(`${short(work.contribution)} is ${phaseNames[work.phase]}: its votes are over.`);
  }
  const place = work.round.panel.indexOf(judge);
  if (place < 0) throw new RefusedError(`${judge} is not on the panel of ${short(work.contribution)}.`);
  return place;
}

/** @throws RefusedError when the commit window is over */
export function requireCommitWindow({ timestamp }: View, { round }: WorkView): void {
  if (timestamp < round.commitEnd) return;
  throw new RefusedError(`The commit window ended ${when(round.commitEnd, timestamp)}.`);
}

/** @throws RefusedError when the reveal window has not begun or is over */
export function requireRevealWindow({ timestamp }: View, { round }: WorkView): void {
  if (timestamp < round.commitEnd) {
    throw new RefusedError(
      `The reveal window opens ${when(round.commitEnd, timestamp)}: a vote shown earlier is void.`,
    );
  }
  if (timestamp >= round.revealEnd) {
    throw new RefusedError(`The reveal window ended ${when(round.revealEnd, timestamp)}.`);
  }
}
