import type { Address, Hex } from "viem";
import { Critics } from "../../generated/constants.ts";
import { Verdict } from "../../generated/enums.ts";
import { dataHash, type Scores } from "../../ledger/preimages.ts";
import { accountNode } from "../../node.ts";
import { flagAllowance, flagsLeft, NO_FLAGS, strikesAt, useFlag } from "../flags.ts";
import { checkFlag, flag } from "./disputes.ts";
import { record } from "./record.ts";
import { epochAt } from "./settlement.ts";
import { type Call, refuse, ruleOf, type State } from "./state.ts";

/** `Constitution.setCritic`. */
export function setCritic(state: State, call: Call, critic: Address, appointed: boolean): void {
  const { timelock } = state.start.deployment.addresses;
  if (call.sender !== timelock) refuse("Constitution_NotTimelock", call.sender);
  if (state.critics.has(critic) === appointed)
    refuse("Constitution_CriticUnchanged", critic, String(appointed));

  if (appointed) state.critics.add(critic);
  else state.critics.delete(critic);
  record(state, call, "constitution", "CriticSet", accountNode(critic), dataHash.CriticSet(appointed));
}

/** What a critic says of a subject. */
export interface Critique {
  readonly subject: Hex;
  readonly verdict: Verdict;
  readonly scores: Scores;
  readonly documentHash: Hex;
  readonly critiqueHash: Hex;
}

/** `Constitution.critique`, of a work: votes on proposals are not modelled, and so are no critiques of them. */
export function critique(state: State, call: Call, said: Critique): void {
  const { subject, verdict, scores, documentHash, critiqueHash } = said;
  if (!state.critics.has(call.sender)) refuse("Constitution_NotCritic", call.sender);
  for (const [place, score] of scores.entries()) {
    if (score > Critics.MAX_SCORE) refuse("Constitution_InvalidScore", place, score);
  }
  if (BigInt(documentHash) === 0n) refuse("Constitution_MissingDocument");
  if (BigInt(critiqueHash) === 0n) refuse("Constitution_MissingSelfCritique");
  if (!state.works.has(subject)) refuse("Constitution_UnknownSubject", subject);
  const isFlag = verdict === Verdict.Flag;
  if (isFlag) checkAllowance(state, call);
  if (isFlag) checkFlag(state, call, subject);

  state.critiques.set(subject, (state.critiques.get(subject) ?? 0) + 1);
  const hash = dataHash.Critiqued(verdict, scores, documentHash, critiqueHash);
  record(state, call, "constitution", "Critiqued", subject, hash);
  if (!isFlag) return;
  const flags = state.flags.get(call.sender) ?? NO_FLAGS;
  state.flags.set(call.sender, useFlag(flags, epochAt(state, call.timestamp)));
  flag(state, call, subject, documentHash);
}

function checkAllowance(state: State, { sender, timestamp }: Call): void {
  const flags = state.flags.get(sender) ?? NO_FLAGS;
  const epoch = epochAt(state, timestamp);
  const rule = ruleOf(state, "CriticFlags");
  if (flagsLeft(flags, rule, epoch) > 0n) return;
  refuse("Constitution_NoFlagsLeft", sender, flagAllowance(flags, rule, epoch), strikesAt(flags, epoch));
}
