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

/** When the last window of a scored work ends, in seconds: a second panel's, once it was drawn, or the challenge window. */
export function challengeEnd(view: View, { challenge, round, rulesVersion }: WorkView): bigint {
  const second = challenge?.rounds.findLast(({ revealEnd }) => revealEnd > 0n);
  if (second) return second.revealEnd;
  return (challenge?.first ?? round).revealEnd + rule(view, "ChallengeWindow", rulesVersion);
}

/** From when on an epoch can be sealed, by the present rules, in seconds. */
export function sealableAt(view: View, epoch: number): bigint {
  if (view.clock === undefined) throw new ViewGapError("The start of epochs is not in the logs.");
  const { genesisTime, epochLength } = view.clock;
  const version = Math.max(...view.rules.keys());
  return genesisTime + BigInt(epoch + 1) * epochLength + rule(view, "SealDelay", version);
}
