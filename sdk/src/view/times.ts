import { PanelLib } from "../generated/constants.ts";
import type { Rule } from "../generated/enums.ts";
import { ViewGapError } from "./gap.ts";
import type { View, WorkView } from "./types.ts";

/** A rule of a version, in its units. */
export function rule(view: View, name: keyof typeof Rule, version: number): bigint {
  const value = view.rules.get(version)?.[name];
  if (value === undefined)
    throw new ViewGapError(`The rule ${name} of version ${version} is not in the logs.`);
  return value;
}

/** The last block in which an armed round can be drawn. */
export function drawLastBlock({ round }: WorkView): bigint {
  return round.drawBlock + BigInt(PanelLib.HISTORY);
}

/** When the challenge window of a scored work ends, in seconds. */
export function challengeEnd(view: View, work: WorkView): bigint {
  return work.round.revealEnd + rule(view, "ChallengeWindow", work.rulesVersion);
}

/** From when on an epoch can be sealed, by the present rules, in seconds. */
export function sealableAt(view: View, epoch: number): bigint {
  if (view.clock === undefined) throw new ViewGapError("The start of epochs is not in the logs.");
  const { genesisTime, epochLength } = view.clock;
  const version = Math.max(...view.rules.keys());
  return genesisTime + BigInt(epoch + 1) * epochLength + rule(view, "SealDelay", version);
}
