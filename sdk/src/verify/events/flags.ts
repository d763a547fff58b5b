import { zeroAddress } from "viem";
import { Direction, Ground, Outcome } from "../../generated/enums.ts";
import { flagsLeft, loseFlag, NO_FLAGS, strikesAt, useFlag } from "../../model/flags.ts";
import type { Chronicle, ChronicleChallenge } from "../chronicle.ts";
import { epochAt, ruleOf } from "../lookup.ts";
import type { Place } from "../problems.ts";
import { capOf } from "./fund.ts";
import type { EventLog, Handlers } from "./handler.ts";

export const flagHandlers = {
  FlagResolved(chronicle, log) {
    const { contribution, critic, upheld, strikes } = log.args;
    const { flags, problems, works } = chronicle;
    const challenge = works.get(contribution)?.challenge;
    if (!challenge?.flagged || challenge.told !== undefined) {
      problems.add("Critics", `A flag of ${contribution} is resolved that was not raised, or before.`, log);
      return;
    }
    challenge.told = upheld;
    problems.same("Critics", `Who flagged ${contribution}`, critic, challenge.challenger, log);
    const epoch = presentEpoch(chronicle);
    const before = flags.get(critic) ?? NO_FLAGS;
    const record = upheld ? before : loseFlag(before, epoch);
    flags.set(critic, record);
    problems.same("Critics", `The strikes of ${critic}`, strikes, strikesAt(record, epoch), log);
  },
} satisfies Handlers<"FlagResolved">;

/** A critique that flags: its critic must have a flag left, and a challenge must follow. */
export function raiseFlag(chronicle: Chronicle, log: EventLog<"Critiqued">): void {
  const { subject, critic, documentHash } = log.args;
  const { flags, problems } = chronicle;
  const epoch = presentEpoch(chronicle);
  const record = flags.get(critic) ?? NO_FLAGS;
  if (flagsLeft(record, ruleOf(chronicle, "CriticFlags"), epoch) === 0n)
    problems.add("Critics", `${critic} flags ${subject} without a flag left.`, log);
  flags.set(critic, useFlag(record, epoch));
  chronicle.openFlag = { contribution: subject, critic, reasonHash: documentHash };
}

/** A flagged challenge is what the critique before it said, and its fee what the fund may pay of the whole. */
export function expectFlag(chronicle: Chronicle, log: EventLog<"Challenged">, most: bigint): void {
  const { contribution, challenger, direction, ground, reasonHash, fee } = log.args;
  const { commons, openFlag, problems } = chronicle;
  const isSaid =
    openFlag?.contribution === contribution &&
    openFlag.critic === challenger &&
    openFlag.reasonHash === reasonHash &&
    direction === Direction.Down &&
    ground === Ground.Constitution;
  if (!isSaid) problems.add("Critics", `No critique flags ${contribution} as its challenge says.`, log);
  chronicle.openFlag = undefined;

  const book = commons.books.get(zeroAddress);
  if (book?.epoch !== presentEpoch(chronicle)) {
    problems.add("Citadel", `The fund's epoch is not open, which pays for the flag of ${contribution}.`, log);
    return;
  }
  const paid = commons.openFee?.contribution === contribution ? commons.openFee.amount : 0n;
  commons.openFee = undefined;
  const left = capOf(chronicle, book) - book.granted - (book.fees - paid);
  const due = left < 0n ? 0n : left < most ? left : most;
  problems.same("Citadel", `What the fund paid for the flag of ${contribution}`, paid, due, log);
  problems.same("Ether", `The fee for the flag of ${contribution}`, fee, paid, log);
}

/** When a challenge has its outcome: its critic was told the same, or nothing if there is none. */
export function requireTold(
  { problems }: Chronicle,
  log: EventLog<"Resolved">,
  { flagged, told }: ChronicleChallenge,
): void {
  const { contribution, outcome } = log.args;
  const due = flagged && outcome !== Outcome.Inconclusive ? outcome === Outcome.Upheld : undefined;
  problems.same("Critics", `What the critic was told of its flag of ${contribution}`, told, due, log);
}

/** What a critique or a fee announced must be done when the transaction ends. */
export function requireNoFlag(chronicle: Chronicle, place: Place): void {
  const { commons, openFlag, problems } = chronicle;
  if (openFlag) problems.add("Critics", `${openFlag.contribution} is flagged and not challenged.`, place);
  if (commons.openFee)
    problems.add("Citadel", `A fee for ${commons.openFee.contribution} was paid without a flag.`, place);
  chronicle.openFlag = undefined;
  commons.openFee = undefined;
}

const presentEpoch = (chronicle: Chronicle): bigint =>
  epochAt(chronicle, chronicle.timestamp ?? chronicle.genesisTime ?? 0n);
