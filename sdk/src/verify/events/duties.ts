import { Duties, PanelLib } from "../../generated/constants.ts";
import type { Rule } from "../../generated/enums.ts";
import type { Chronicle } from "../chronicle.ts";
import { ruleOf } from "../lookup.ts";

/** How long the bond of a seat that ends now stays locked, in seconds: the longest duty under any version so far. */
export function longestDuty(chronicle: Chronicle): bigint {
  let longest = 0n;
  for (const index of chronicle.rules.keys()) {
    const rule = (name: keyof typeof Rule) => ruleOf(chronicle, name, index + 1);
    const draw = (rule("ArmingDelay") + BigInt(PanelLib.HISTORY)) * BigInt(Duties.SECONDS_A_BLOCK);
    const round = draw + rule("CommitWindow") + rule("RevealWindow");
    const duty = 3n * round + draw + rule("ChallengeWindow") + BigInt(Duties.SPARE_TIME);
    if (duty > longest) longest = duty;
  }
  return longest;
}
