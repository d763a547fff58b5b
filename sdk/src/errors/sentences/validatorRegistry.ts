import { formatAzr, formatEth, formatTime, short } from "../../units.ts";
import type { ErrorsOf, SentencesFor } from "../abi.ts";

export const validatorRegistrySentences = {
  ValidatorRegistry_NotEligible: ([account, earned, threshold]) =>
    `A seat has to be earned: ${short(account)} has earned ${formatAzr(earned)} of ${formatAzr(threshold)}. Accounts named at genesis take their first seat without, and return while fewer than 22 judges sit.`,
  ValidatorRegistry_AlreadySeated: ([account]) => `${short(account)} has a seat already.`,
  ValidatorRegistry_NotSeated: ([account]) => `${short(account)} has no seat.`,
  ValidatorRegistry_Barred: ([account, until]) =>
    `${short(account)} was removed from its seat and cannot return before ${formatTime(until)}.`,
  ValidatorRegistry_ReturnsTooSoon: ([account, unlocksAt]) =>
    `${short(account)} has sat before, and comes back by earning once the bond of its last seat is unlocked, from ${formatTime(unlocksAt)} on, in the last seventh of an epoch.`,
  ValidatorRegistry_NewcomersFirst: ([, from]) =>
    `Who sat before comes back by earning in the last seventh of an epoch, when newcomers have had their turn: try again from ${formatTime(from)} on.`,
  ValidatorRegistry_NoSeatLeft: ([limit]) => `All ${limit} seats are taken.`,
  ValidatorRegistry_AdmissionsExhausted: ([epoch, limit]) =>
    limit === 1n
      ? `Epoch ${epoch} has admitted the one judge that it can: try again in the next one.`
      : `Epoch ${epoch} has admitted the ${limit} judges that it can: try again in the next one.`,
  ValidatorRegistry_WrongBond: ([sent, required]) =>
    `A seat's bond is exactly ${formatEth(required)}, but ${formatEth(sent)} was sent.`,
  ValidatorRegistry_WrongTopUp: ([sent, room]) =>
    room === 0n
      ? "The bond is whole: nothing can be added to it."
      : `The bond takes up to ${formatEth(room)} more, but ${formatEth(sent)} was sent.`,
  ValidatorRegistry_TooFewNamed: ([count, minimum]) =>
    `Genesis must name at least ${minimum} accounts, not ${count}.`,
  ValidatorRegistry_InvalidAccount: ([account]) =>
    `The accounts named at genesis are not strictly ascending at ${short(account)}.`,
  ValidatorRegistry_NotTimelock: ([caller]) =>
    `Only the timelock may remove a judge; the caller is ${short(caller)}.`,
  ValidatorRegistry_MissingReason: () => "A removal needs the hash of its reason.",
  ValidatorRegistry_TooFewLeft: ([seats, minimum]) =>
    `Judges are removed only while more than ${minimum} sit; there are ${seats}.`,
  ValidatorRegistry_AlreadyRemoved: ([epoch]) =>
    `A judge was already removed in epoch ${epoch}, and one an epoch is the most.`,
  ValidatorRegistry_NotProofOfValue: ([caller]) =>
    `Only ProofOfValue slashes, for a proven fault; the caller is ${short(caller)}.`,
  ValidatorRegistry_AlreadySlashed: ([account, contribution, round]) =>
    `${short(account)} was already slashed for round ${round} of contribution ${short(contribution)}.`,
  ValidatorRegistry_NothingToSlash: ([account]) =>
    `There is nothing to take: ${short(account)} has no bond left behind this duty, or the fault costs nothing.`,
  ValidatorRegistry_UnknownStint: ([account, stint]) => `${short(account)} has no bond number ${stint}.`,
  ValidatorRegistry_StillSeated: ([account]) =>
    `${short(account)} still holds the seat of this bond: give it up first.`,
  ValidatorRegistry_BondLocked: ([, unlocksAt]) =>
    `The bond is locked until ${formatTime(unlocksAt)}, when the last duty of its seat is over for sure.`,
  ValidatorRegistry_BondSpent: ([account, stint]) =>
    `Nothing is left of bond number ${stint} of ${short(account)}.`,
  ValidatorRegistry_RulesAlreadyRead: ([version]) =>
    `Version ${version} of the rules has been taken into account already.`,
} satisfies SentencesFor<ErrorsOf<"ValidatorRegistry">>;
