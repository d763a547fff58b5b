import { ruleNames } from "../../generated/enums.ts";
import {
  formatAzr,
  formatEth,
  formatPpm,
  formatRule,
  formatSeconds,
  microAzrToWei,
  short,
} from "../../units.ts";
import type { ErrorsOf, SentencesFor } from "../abi.ts";

function say(rule: number, value: bigint): string {
  const name = ruleNames[rule];
  return name === undefined ? `${value}` : formatRule(name, value);
}

const nameOf = (rule: number) => ruleNames[rule] ?? `number ${rule}`;

export const governanceSentences = {
  Constitution_NotTimelock: ([caller]) =>
    `Only the timelock may amend a rule; the caller is ${short(caller)}.`,
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
  ValidatorRegistry_NotEligible: ([account]) =>
    `${short(account)} was not named at genesis, so it cannot take a seat.`,
  ValidatorRegistry_AlreadySeated: ([account]) => `${short(account)} has taken a seat already.`,
  ValidatorRegistry_WrongBond: ([sent, required]) =>
    `A seat's bond is exactly ${formatEth(required)}, but ${formatEth(sent)} was sent.`,
  ValidatorRegistry_TooFewNamed: ([count, minimum]) =>
    `Genesis must name at least ${minimum} accounts, not ${count}.`,
  ValidatorRegistry_InvalidAccount: ([account]) =>
    `The accounts named at genesis are not strictly ascending at ${short(account)}.`,
} satisfies SentencesFor<ErrorsOf<"Constitution" | "ValidatorRegistry">>;
