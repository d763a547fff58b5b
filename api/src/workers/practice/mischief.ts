import type { WorkView } from "@azora/sdk";
import type { Address } from "viem";
import type { Verdict } from "./rubric.ts";

/**
 * What practice judges do wrong on purpose, so that one can watch what follows: a challenge that is upheld, slashes.
 * - `overrate`: most of a first panel gives a work far too much;
 * - `absent`: the first judge of a first panel never votes;
 * - `leak`: the first judge of a first panel lets the second know its vote, who proves it at once.
 */
export type Mischief = "overrate" | "absent" | "leak";

const ASKED = /#practice=(overrate|absent|leak)$/;
const EXCESS = 4;
const TOP_LEVEL = 10;

/** A URI by which a work asks for it, openly, since everybody reads it. Everywhere else it is a fragment without meaning. */
export const withMischief = (uri: string, mischief: Mischief): string => `${uri}#practice=${mischief}`;

/** What a judge does wrong in the present round of a work. A second panel always does its duty. */
export function mischiefOf({ uri, challenge, round }: WorkView, judge: Address): Mischief | undefined {
  const asked = ASKED.exec(uri)?.[1];
  const place = round.panel.indexOf(judge);
  if (challenge !== undefined || place < 0) return undefined;
  if (asked === "absent" || asked === "leak") return place === 0 ? asked : undefined;
  // More than half, so that the median is theirs; the others stay honest, and are not slashed.
  return asked === "overrate" && place <= round.panel.length / 2 ? "overrate" : undefined;
}

/** A verdict of a judge who overrates. */
export function overrated({ level, rationale }: Verdict): Verdict {
  const excessive = Math.min(level + EXCESS, TOP_LEVEL);
  return {
    level: excessive,
    rationale: `${rationale} It gives level ${excessive} on purpose, because the work asked for a practice of misjudgement.`,
  };
}
