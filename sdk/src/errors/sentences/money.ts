import { formatAzr, formatEth, short } from "../../units.ts";
import type { ErrorsOf, SentencesFor } from "../abi.ts";

export const moneySentences = {
  RewardLedger_NotProofOfValue: ([caller]) =>
    `Only ProofOfValue may settle newly minted AZR; the caller is ${short(caller)}.`,
  RewardLedger_NothingToFlow: ([token, node]) =>
    `The pool of ${short(node)} holds nothing of token ${short(token)}.`,
  RewardLedger_CannotFlow: ([node]) =>
    `${short(node)} has no pool that could flow: only contributions and identities have.`,
  RewardLedger_IdentityNotLinked: ([identity]) =>
    `Identity ${short(identity)} is not linked to an account yet; its pool waits.`,
  RewardLedger_UnexpectedAttribution: ([identity]) =>
    `${short(identity)} is an identity, which has no attribution: pass an empty one.`,
  RewardLedger_AttributionMismatch: ([contribution]) =>
    `The attribution given is not the one registered for contribution ${short(contribution)}.`,
  RewardLedger_NothingOwed: ([token, account]) =>
    `${short(account)} is owed nothing of token ${short(token)}.`,
  RewardLedger_InvalidRecipient: ([to]) => `A withdrawal cannot go to ${short(to)}.`,
  RewardLedger_NotAccepted: ([contribution]) =>
    `Contribution ${short(contribution)} is not accepted, so it cannot be rewarded yet.`,
  RewardLedger_NotToken: ([token]) => `There is no token at ${short(token)}.`,
  RewardLedger_NothingArrived: ([token]) =>
    `Nothing of token ${short(token)} arrived: either nothing was sent, or the token did not move it.`,
  RewardLedger_TooMuchArrived: ([token, amount, limit]) =>
    `Token ${short(token)} claims that ${amount} arrived; more than ${limit} at once cannot be booked.`,
  RewardLedger_RewardUnderWay: () =>
    "A reward is being paid in this very transaction; nothing else can be paid or withdrawn within it.",
  Balance_Overflow: ([held, added]) =>
    `A balance of ${held} cannot take ${added} more: the token claims more than there can be.`,
  EtherCredits_NothingOwed: ([account]) => `${short(account)} is owed no ETH here.`,
  EtherCredits_InvalidRecipient: ([to]) => `ETH cannot be withdrawn to ${short(to)}.`,
  EtherCredits_TransferFailed: ([to, amount]) => `${short(to)} did not accept ${formatEth(amount)}.`,
  AzoraToken_NotMinter: ([caller]) => `Only ProofOfValue mints AZR; the caller is ${short(caller)}.`,
  AzoraToken_SupplyExceeded: ([supply, maxSupply]) =>
    `The supply would be ${formatAzr(supply)}; it can never exceed ${formatAzr(maxSupply)}.`,
} satisfies SentencesFor<ErrorsOf<"RewardLedger" | "EtherCredits" | "AzoraToken" | "Balance">>;
