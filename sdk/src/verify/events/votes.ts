import type { Address } from "viem";
import { AttributionRegistry, HistogramLib } from "../../generated/constants.ts";
import { NodeKind, Phase } from "../../generated/enums.ts";
import { nodeAccount, nodeKind } from "../../node.ts";
import type { Chronicle, ChronicleWork } from "../chronicle.ts";
import { voteKey } from "../commons.ts";
import { linkOf } from "../lookup.ts";
import type { Place } from "../problems.ts";
import type { Handlers } from "./handler.ts";
import { workIn } from "./workIn.ts";

export const voteHandlers = {
  Committed(chronicle, log) {
    const { contribution, round, validator } = log.args;
    const { problems } = chronicle;
    const work = workIn(chronicle, log, contribution, Phase.Voting);
    if (work === undefined) return;
    problems.same("Judgement", `The round voted on of ${contribution}`, round, work.round.round, log);
    if (!work.round.panel.includes(validator)) {
      problems.add("Judgement", `${validator} votes on ${contribution} but is not on its panel.`, log);
    }
    checkTime(chronicle, log, 0n, work.round.commitEnd);
    work.round.committed.add(validator);
  },

  Revealed(chronicle, log) {
    const { contribution, round, validator, level } = log.args;
    const { problems } = chronicle;
    const work = workIn(chronicle, log, contribution, Phase.Voting);
    if (work === undefined) return;
    const { committed, votes } = work.round;
    problems.same("Judgement", `The round opened of ${contribution}`, round, work.round.round, log);
    if (!committed.has(validator))
      problems.add("Judgement", `${validator} opens a vote never committed.`, log);
    if (votes.has(validator)) problems.add("Judgement", `${validator} opens its vote twice.`, log);
    if (level >= HistogramLib.LEVELS) problems.add("Score", `${level} is not a level.`, log);
    checkTime(chronicle, log, work.round.commitEnd, work.round.revealEnd);
    if (isParty(chronicle, work, validator)) {
      problems.add("Judgement", `${validator} votes on ${contribution} and is a party to it.`, log);
    }
    votes.set(validator, BigInt(level));
    chronicle.commons.counted.add(voteKey(contribution, round, validator));
  },
} satisfies Handlers<"Committed" | "Revealed">;

/** In [from, to), where the node tells the second of a log. */
function checkTime({ problems, timestamp }: Chronicle, place: Place, from: bigint, to: bigint): void {
  if (timestamp === undefined || (from <= timestamp && timestamp < to)) return;
  problems.add("Judgement", `A vote came at ${timestamp}, outside of its window [${from}, ${to}).`, place);
}

/** A share of 5% or more: the account's own, or of an identity whose link to it is proposed or in effect. */
function isParty(chronicle: Chronicle, work: ChronicleWork, account: Address): boolean {
  if (account === work.registrant) return true;
  return work.attribution.contributors
    .filter(({ weight }) => weight >= AttributionRegistry.PARTY_WEIGHT)
    .some(({ node }) => {
      if (nodeKind(node) === NodeKind.Account) return nodeAccount(node) === account;
      return linkOf(chronicle, node).account === account;
    });
}
