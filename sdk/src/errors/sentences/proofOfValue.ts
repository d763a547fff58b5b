import { phaseNames } from "../../generated/enums.ts";
import { formatTime, short } from "../../units.ts";
import type { ErrorsOf, SentencesFor } from "../abi.ts";

const phase = (number: number) => phaseNames[number]?.toLowerCase() ?? `phase ${number}`;

export const proofOfValueSentences = {
  ProofOfValue_NotRegistry: ([caller]) =>
    `Only the AttributionRegistry may open a work for judgement; the caller is ${short(caller)}.`,
  ProofOfValue_NotDisputes: ([caller]) =>
    `Only Disputes may ask for a second panel; the caller is ${short(caller)}.`,
  ProofOfValue_NotConstitution: ([caller]) =>
    `Only the Constitution may stop registrations; the caller is ${short(caller)}.`,
  ProofOfValue_Stopped: ([, stoppedUntil]) =>
    `The guardian has stopped new registrations until ${formatTime(stoppedUntil)}. What is registered goes on.`,
  ProofOfValue_AlreadyChallenged: ([contribution]) =>
    `The score of contribution ${short(contribution)} was challenged before; there is one challenge for each.`,
  ProofOfValue_TooFewSeats: ([seats, minimum]) =>
    `This needs at least ${minimum} judges in their seats, and there are ${seats}.`,
  ProofOfValue_WrongPhase: ([contribution, actual, required]) =>
    actual === 0
      ? `There is no contribution ${short(contribution)}.`
      : `Contribution ${short(contribution)} is ${phase(actual)}; this needs it to be ${phase(required)}.`,
  ProofOfValue_DrawTooEarly: ([blockNumber, drawBlock]) =>
    `The panel is drawn from block ${drawBlock}, which has to be mined before; this is block ${blockNumber}.`,
  ProofOfValue_DrawMissed: ([blockNumber, lastBlock]) =>
    `The panel could be drawn until block ${lastBlock}, and this is block ${blockNumber}: arm the round again.`,
  ProofOfValue_DrawNotMissed: ([blockNumber, lastBlock]) =>
    `The panel can still be drawn until block ${lastBlock}; this is block ${blockNumber}.`,
  ProofOfValue_InvalidHeader: ([drawBlock]) =>
    `The header given is not that of block ${drawBlock} on this chain.`,
  ProofOfValue_NoRandomness: () => "This chain has no live prevRandao, so panels could be foreseen here.",
  ProofOfValue_NoBlockHistory: () => "This chain does not serve old block hashes (EIP-2935).",
  ProofOfValue_NotOnPanel: ([contribution, account, position]) =>
    `${short(account)} does not hold place ${position} of the panel of contribution ${short(contribution)}.`,
  ProofOfValue_CommitClosed: ([timestamp, commitEnd]) =>
    `Votes could be committed until ${formatTime(commitEnd)}; it is ${formatTime(timestamp)}.`,
  ProofOfValue_InvalidCommitment: () =>
    "This is no commitment: it is empty, or a number by which an opened vote is kept.",
  ProofOfValue_VoteVoided: ([contribution, validator]) =>
    `The vote of ${short(validator)} on contribution ${short(contribution)} has leaked; it is void for this round.`,
  ProofOfValue_NeverDrawn: ([contribution, round]) =>
    `Contribution ${short(contribution)} has had no panel in round ${round}.`,
  ProofOfValue_NotAbsent: ([contribution, round, validator]) =>
    `${short(validator)} has voted in round ${round} of contribution ${short(contribution)}, or was slashed for a leak: it was not absent.`,
  ProofOfValue_ExcusedParty: ([contribution, validator]) =>
    `${short(validator)} is a party to contribution ${short(contribution)}, so it had to stay silent.`,
  ProofOfValue_OwnBallot: () => "A judge's own word is no proof that its vote has leaked.",
  ProofOfValue_RevealClosed: ([timestamp, commitEnd, revealEnd]) =>
    `Votes are opened from ${formatTime(commitEnd)} until ${formatTime(revealEnd)}; it is ${formatTime(timestamp)}.`,
  ProofOfValue_NoMatchingCommitment: ([contribution, validator]) =>
    `${short(validator)} has committed no vote for contribution ${short(contribution)} with this level, rationale and salt.`,
  ProofOfValue_InvalidLevel: ([level]) => `${level} is not a level: levels go from 0 to 10.`,
  ProofOfValue_PartyVote: ([contribution, validator]) =>
    `${short(validator)} is a party to contribution ${short(contribution)}, so its vote is not counted.`,
  ProofOfValue_RevealOpen: ([timestamp, revealEnd]) =>
    `Votes can be opened until ${formatTime(revealEnd)}; it is ${formatTime(timestamp)}.`,
  ProofOfValue_ChallengeOpen: ([timestamp, challengeEnd]) =>
    `The score can be challenged until ${formatTime(challengeEnd)}; it is ${formatTime(timestamp)}.`,
  ProofOfValue_EpochNotSealed: ([epoch, sealableAt]) =>
    `Epoch ${epoch} can be sealed from ${formatTime(sealableAt)} on; settlements wait for that.`,
  ProofOfValue_EpochAlreadySealed: ([epoch]) => `Epoch ${epoch} is sealed already.`,

  ProofOfValue_InvalidEpochLength: () => "An epoch cannot have no length.",
} satisfies SentencesFor<ErrorsOf<"ProofOfValue">>;
