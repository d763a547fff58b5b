import { Direction, directionNames, groundNames } from "../../generated/enums.ts";
import { formatEth, formatTime, short } from "../../units.ts";
import type { ErrorsOf, SentencesFor } from "../abi.ts";

const direction = (number: number) => directionNames[number]?.toLowerCase() ?? `direction ${number}`;
const ground = (number: number) => groundNames[number]?.toLowerCase() ?? `ground ${number}`;

export const disputesSentences = {
  Disputes_NotProofOfValue: ([caller]) =>
    `Only ProofOfValue tells what a second panel found; the caller is ${short(caller)}.`,
  Disputes_NotConstitution: ([caller]) =>
    `A flag is raised by a critique in the Constitution; the caller is ${short(caller)}.`,
  Disputes_NotFund: ([sender]) =>
    `Disputes takes ETH with a challenge, and the fee of a flag from the CitadelFund; ${short(sender)} sent some without.`,
  Disputes_MissingReason: () => "A challenge gives the hash of its reasons, and this one has none.",
  Disputes_InvalidGround: ([way, because]) =>
    `A score is not challenged ${direction(way)} for ${ground(because)}: upward only value and conflict of interest are grounds.`,
  Disputes_NotScored: ([contribution]) =>
    `Contribution ${short(contribution)} has no score that could be challenged now.`,
  Disputes_AlreadyChallenged: ([contribution]) =>
    `The score of contribution ${short(contribution)} has been challenged already, and that happens once.`,
  Disputes_WindowClosed: ([timestamp, windowEnd]) =>
    `The score could be challenged until ${formatTime(windowEnd)}; it is ${formatTime(timestamp)}.`,
  Disputes_CannotWin: ([way, level]) =>
    way === Direction.Up
      ? `Level ${level} cannot be challenged up: a challenge wins by two levels, and there are none above 10.`
      : `Level ${level} cannot be challenged down: a challenge wins by two levels, and there are none below 0.`,
  Disputes_NotChallenged: ([contribution]) =>
    `Nobody has challenged the score of contribution ${short(contribution)}, and only then does a deposit come back.`,
  Disputes_PaymentTooSmall: ([sent, required]) =>
    `The challenge costs ${formatEth(required)} with its bond; ${formatEth(sent)} was sent, the deposit of its reservation included.`,
  Disputes_PanelTooSmall: ([size, minimum]) =>
    `Only ${size} judges could sit on the second panel, fewer than the ${minimum} of the first: it is not drawn.`,
  Disputes_NotOverturned: ([contribution]) =>
    `No challenge has overturned the score of contribution ${short(contribution)}.`,
  Disputes_NotOutlier: ([contribution, validator]) =>
    `${short(validator)} was not two or more levels from the second median of contribution ${short(contribution)}, on the overturned side.`,
  Disputes_NoShare: ([contribution, round, validator]) =>
    `${short(validator)} has no counted vote in round ${round} of a resolved challenge of contribution ${short(contribution)}.`,
  Disputes_AlreadyShared: ([contribution, round, validator]) =>
    `${short(validator)} has had its part of the fee for round ${round} of contribution ${short(contribution)}.`,
} satisfies SentencesFor<ErrorsOf<"Disputes">>;

export const reservationsSentences = {
  Reservations_EmptyHash: () => "A reservation is the hash of a challenge, and this is none.",
  Reservations_AlreadyReserved: ([challenger, hash]) =>
    `${short(challenger)} has reserved ${short(hash)} already; another salt makes another reservation.`,
  Reservations_DepositTooSmall: ([sent, required]) =>
    `A reservation takes the whole price of a challenge as its deposit, ${formatEth(required)}; ${formatEth(sent)} was sent.`,
  Reservations_NotReserved: ([challenger, hash]) =>
    `${short(challenger)} has no reservation ${short(hash)}: a challenge is reserved some blocks before it is made, exactly as it is made.`,
  Reservations_TooYoung: ([blockNumber, firstBlock]) =>
    `The reservation can be used from block ${firstBlock} on; this is block ${blockNumber}.`,
  Reservations_Expired: ([blockNumber, lastBlock]) =>
    `The reservation could be used up to block ${lastBlock}; this is block ${blockNumber}.`,
  Reservations_NotExpired: ([blockNumber, lastBlock]) =>
    `The reservation can be used up to block ${lastBlock}, and is forfeited only after that; this is block ${blockNumber}.`,
} satisfies SentencesFor<ErrorsOf<"Reservations">>;
