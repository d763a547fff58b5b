import type { Address } from "viem";
import type { Chronicle } from "../chronicle.ts";
import type { Place } from "../problems.ts";
import type { Handlers } from "./handler.ts";

export const voiceHandlers = {
  UnitsRaised(chronicle, log) {
    const { account, units } = log.args;
    const { commons, problems } = chronicle;
    const { openUnits } = commons;
    commons.openUnits = undefined;
    problems.same("Voice", "The account whose units rise", account, openUnits?.account, log);
    problems.same("Voice", `The units of ${account}`, units, openUnits?.units, log);
    const change = units - (commons.units.get(account) ?? 0n);
    commons.units.set(account, units);
    commons.openVotes.push({ delegate: delegateOf(chronicle, account), change });
  },

  DelegateChanged(chronicle, log) {
    const { delegator, fromDelegate, toDelegate } = log.args;
    const { commons, problems } = chronicle;
    const before = delegateOf(chronicle, delegator);
    problems.same("Voice", `The delegate of ${delegator} before`, fromDelegate, before, log);
    requireVotes(chronicle, log);
    commons.delegates.set(delegator, toDelegate);
    const units = commons.units.get(delegator) ?? 0n;
    if (before === toDelegate || units === 0n) return;
    commons.openVotes.push({ delegate: before, change: -units }, { delegate: toDelegate, change: units });
  },

  DelegateVotesChanged(chronicle, log) {
    const { delegate, previousVotes, newVotes } = log.args;
    const { commons, problems } = chronicle;
    const claim = commons.openVotes.shift();
    const before = commons.votes.get(delegate) ?? 0n;
    problems.same("Voice", "The delegate whose votes change", delegate, claim?.delegate, log);
    problems.same("Voice", `The votes of ${delegate} before`, previousVotes, before, log);
    problems.same("Voice", `The votes of ${delegate}`, newVotes, before + (claim?.change ?? 0n), log);
    commons.votes.set(delegate, newVotes);
  },
} satisfies Handlers<"UnitsRaised" | "DelegateChanged" | "DelegateVotesChanged">;

/** An account's votes are its own until it chooses somebody. */
function delegateOf({ commons }: Chronicle, account: Address): Address {
  return commons.delegates.get(account) ?? account;
}

/** Notes what a withdrawal or a delegation must have done to Voice, and did not. */
export function requireVotes({ commons, problems }: Chronicle, place: Place): void {
  if (commons.openUnits)
    problems.add("Voice", `The units of ${commons.openUnits.account} were not raised.`, place);
  for (const { delegate } of commons.openVotes)
    problems.add("Voice", `The votes of ${delegate} did not change as they must.`, place);
  commons.openUnits = undefined;
  commons.openVotes = [];
}
