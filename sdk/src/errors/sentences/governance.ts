import { ruleNames } from "../../generated/enums.ts";
import { proposalSubject } from "../../governance.ts";
import {
  formatAzr,
  formatPpm,
  formatRule,
  formatSeconds,
  formatTime,
  microAzrToWei,
  short,
} from "../../units.ts";
import type { ErrorsOf, SentencesFor } from "../abi.ts";

function say(rule: number, value: bigint): string {
  const name = ruleNames[rule];
  return name === undefined ? `${value}` : formatRule(name, value);
}

/** In the order in which a critique has them. */
const SCORES = ["ethics", "bias", "fairness", "transparency"];

const nameOf = (rule: number) => ruleNames[rule] ?? `number ${rule}`;

export const governanceSentences = {
  Constitution_NotTimelock: ([caller]) =>
    `Only the timelock may amend the constitution; the caller is ${short(caller)}.`,
  Constitution_OutOfBounds: ([rule, value, min, max]) =>
    `The rule ${nameOf(rule)} must be from ${say(rule, min)} to ${say(rule, max)}, not ${say(rule, value)}.`,
  Constitution_InvalidBounds: ([rule, min, max]) =>
    `The bounds of the rule ${nameOf(rule)} are in the wrong order: ${say(rule, min)}, ${say(rule, max)}.`,
  Constitution_WrongCount: ([actual, expected]) => `There are ${expected} rules; ${actual} came.`,
  Constitution_EvenPanel: ([panelLimit]) => `A median needs an odd panel, not one of ${panelLimit}.`,
  Constitution_GraceExceedsChallenge: ([grace, window]) =>
    `The critics' grace of ${formatSeconds(grace)} must not outlast the challenge window of ${formatSeconds(window)}.`,
  Constitution_SlashOrder: ([lesser, noReveal]) =>
    `Hiding a vote must cost the most: ${formatPpm(noReveal)} is too little beside ${formatPpm(lesser)}.`,
  Constitution_ThresholdTooLow: ([seatThreshold, minimum]) =>
    `A seat must take more than one work earns: ${formatAzr(microAzrToWei(minimum))}, not ${formatAzr(microAzrToWei(seatThreshold))}.`,
  Constitution_Unchanged: ([rule, value]) => `The rule ${nameOf(rule)} is ${say(rule, value)} already.`,
  Constitution_UnknownVersion: ([version]) => `There is no version ${version} of the rules.`,
  Constitution_MissingRationale: () => "An amendment needs the hash of its rationale.",
  Constitution_MissingArticles: () => "The articles need the hash of their text.",
  Constitution_ArticlesUnchanged: ([hash]) => `The articles are those of ${short(hash)} already.`,
  Constitution_NotCritic: ([caller]) => `${short(caller)} is no critic in office, so it cannot criticise.`,
  Constitution_CriticUnchanged: ([critic, appointed]) =>
    `${short(critic)} is ${appointed ? "a critic already" : "no critic, so it cannot be dismissed"}.`,
  Constitution_UnknownSubject: ([subject]) =>
    `${short(subject)} is neither a registered contribution nor a proposal, so there is nothing to criticise.`,
  Constitution_InvalidScore: ([place, score]) =>
    `A score is from 0 to 100; that for ${SCORES[Number(place)] ?? place} is ${score}.`,
  Constitution_MissingDocument: () => "A critique needs the hash of its document.",
  Constitution_MissingSelfCritique: () => "A critique needs the hash of the critic's critique of itself.",
  Constitution_VoteEnded: ([proposalId]) =>
    `The vote on proposal ${short(proposalSubject(proposalId))} is over, and critiques are recorded before its end.`,
  Constitution_NotFlaggable: ([proposalId]) =>
    `Proposal ${short(proposalSubject(proposalId))} has no score that a flag could stop; say it as a concern.`,
  Constitution_NoFlagsLeft: ([critic, allowance, strikes]) =>
    strikes === 0n
      ? `${short(critic)} may flag ${allowance} scores in an epoch, and has; the next epoch brings new ones.`
      : `${short(critic)} may flag ${allowance} scores in this epoch, and has none left: each flag that was not upheld halves them, until a whole epoch has passed for each. There are ${strikes}.`,
  Constitution_NotDisputes: ([caller]) =>
    `Only Disputes tells what became of a flag; the caller is ${short(caller)}.`,
  Constitution_NotGuardian: ([caller]) =>
    `Only the guardian may stop registrations; ${short(caller)} is not the guardian.`,
  Constitution_TermEnded: ([, termEnd]) =>
    `The guardian's term ended at ${formatTime(termEnd)}; governance can renew it.`,
  Constitution_InvalidStop: ([duration, longest]) =>
    `A stop lasts from a second to ${formatSeconds(longest)}, not ${formatSeconds(duration)}.`,
  Constitution_StoppedLately: ([, nextStopAt]) =>
    `Registrations were stopped lately: the guardian can stop them again from ${formatTime(nextStopAt)}.`,
  Constitution_MissingStopReason: () => "A stop needs the hash of its reasons.",
  Constitution_NotStopped: ([, stoppedUntil]) =>
    stoppedUntil === 0n
      ? "Registrations are not stopped, so there is nothing to lift."
      : `The last stop ended at ${formatTime(stoppedUntil)}, so there is nothing to lift.`,
  Constitution_MayNotLift: ([caller]) =>
    `Only the guardian or the timelock may lift a stop; the caller is ${short(caller)}.`,
} satisfies SentencesFor<ErrorsOf<"Constitution">>;
