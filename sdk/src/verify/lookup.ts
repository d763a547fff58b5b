import type { Address } from "viem";
import { Rule } from "../generated/enums.ts";
import type { Pot } from "../model/flow.ts";
import type { Node } from "../node.ts";
import type { Chronicle, ChronicleEpoch, ChronicleLink, ChronicleWork } from "./chronicle.ts";

/** A rule in its units; of the present version unless said. A rule that was never set counts as 0. */
export function ruleOf({ rules }: Chronicle, rule: keyof typeof Rule, version = rules.length): bigint {
  return rules[version - 1]?.get(Rule[rule]) ?? 0n;
}

export function epochOf({ epochs }: Chronicle, epoch: bigint): ChronicleEpoch {
  const known = epochs.get(epoch) ?? { points: 0n, isSealed: false, settled: false };
  epochs.set(epoch, known);
  return known;
}

export function epochAt(chronicle: Chronicle, timestamp: bigint): bigint {
  const { genesisTime, epochLength } = clockOf(chronicle);
  return (timestamp - genesisTime) / epochLength;
}

/** When an epoch may be sealed, by the present rules. */
export function sealableAt(chronicle: Chronicle, epoch: bigint): bigint {
  const { genesisTime, epochLength } = clockOf(chronicle);
  return genesisTime + (epoch + 1n) * epochLength + ruleOf(chronicle, "SealDelay");
}

/** When the last window ended: of the second panel if it was drawn, else the challenge window of the first. */
export function challengeEndOf(chronicle: Chronicle, work: ChronicleWork): bigint {
  const { challenge, round, rulesVersion } = work;
  const second = challenge?.rounds.at(-1);
  if (second) return second.revealEnd;
  return (challenge?.first ?? round).revealEnd + ruleOf(chronicle, "ChallengeWindow", rulesVersion);
}

export function linkOf({ links }: Chronicle, identity: Node): ChronicleLink {
  return links.get(identity) ?? { account: undefined, effectiveAt: 0n, nonce: 0n };
}

/** Who sat at the end of a block, by seat number. */
export function benchAt({ seats }: Chronicle, block: bigint): readonly Address[] {
  return seats.history.findLast((change) => change.block <= block)?.bench ?? [];
}

export function potOf({ pots }: Chronicle, token: Address, node: Node): Pot {
  return pots.get(token)?.get(node) ?? { amount: 0n, minted: 0n };
}

export function setPot({ pots }: Chronicle, token: Address, node: Node, pot: Pot): void {
  const ofToken = pots.get(token) ?? new Map<Node, Pot>();
  ofToken.set(node, pot);
  pots.set(token, ofToken);
}

/** Without `EpochsStarted` there is one endless epoch, and the missing event is a problem of its own. */
function clockOf({ genesisTime = 0n, epochLength = 1n << 64n }: Chronicle) {
  return { genesisTime, epochLength };
}
