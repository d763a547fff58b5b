import { formatAzr, formatSeconds, formatTime, short } from "../../units.ts";
import type { AbiErrorName, SentencesFor } from "../abi.ts";

/** Our own errors carry the name of their contract and an underscore; the governor's stand together. */
type Inherited = Exclude<
  AbiErrorName,
  `${string}_${string}` | `Governor${string}` | "ERC6372InconsistentClock"
>;

export const openzeppelinSentences = {
  AccessControlBadConfirmation: () => "A role can be given up only by the account that holds it.",
  AccessControlUnauthorizedAccount: ([account, role]) =>
    `${short(account)} does not hold the timelock's role ${short(role)}.`,
  TimelockInsufficientDelay: ([delay, minimum]) =>
    `An operation must wait at least ${formatSeconds(minimum)}, not ${formatSeconds(delay)}.`,
  TimelockInvalidOperationLength: ([targets, payloads, values]) =>
    `The operation has ${targets} targets, ${payloads} payloads and ${values} values; they must be as many.`,
  TimelockUnauthorizedCaller: ([caller]) =>
    `Only the timelock itself may do this; the caller is ${short(caller)}.`,
  TimelockUnexecutedPredecessor: ([predecessor]) =>
    `Operation ${short(predecessor)}, which must come before, has not been executed.`,
  TimelockUnexpectedOperationState: ([operation]) =>
    `Operation ${short(operation)} is not in the state that this needs: it may be unknown, still waiting, or done.`,
  ERC20InsufficientAllowance: ([spender, allowance, needed]) =>
    `${short(spender)} may spend ${formatAzr(allowance)}, but ${formatAzr(needed)} are needed.`,
  ERC20InsufficientBalance: ([sender, balance, needed]) =>
    `${short(sender)} has ${formatAzr(balance)}, but ${formatAzr(needed)} are needed.`,
  ERC20InvalidApprover: ([approver]) => `${short(approver)} cannot approve spending.`,
  ERC20InvalidReceiver: ([receiver]) => `${short(receiver)} cannot receive AZR.`,
  ERC20InvalidSender: ([sender]) => `${short(sender)} cannot send AZR.`,
  ERC20InvalidSpender: ([spender]) => `${short(spender)} cannot be allowed to spend AZR.`,
  ERC2612ExpiredSignature: ([deadline]) => `The permit was valid until ${formatTime(deadline)}.`,
  ERC2612InvalidSigner: ([signer, owner]) =>
    `The permit is signed by ${short(signer)}, not by ${short(owner)}.`,
  SafeERC20FailedOperation: ([token]) => `Token ${short(token)} refused the transfer.`,
  InvalidAccountNonce: ([account, currentNonce]) => `The next nonce of ${short(account)} is ${currentNonce}.`,
  ECDSAInvalidSignature: () => "The signature is not valid.",
  ECDSAInvalidSignatureLength: ([length]) => `A signature has 65 bytes, not ${length}.`,
  ECDSAInvalidSignatureS: () => "The signature is not in its canonical form.",
  AddressEmptyCode: ([target]) => `There is no contract at ${short(target)}.`,
  FailedCall: () => "A call inside the transaction failed without saying why.",
  ERC5805FutureLookup: ([timepoint, clock]) =>
    `Votes are known up to ${formatTime(clock)}, and not as of ${formatTime(timepoint)}.`,
  VotesExpiredSignature: ([expiry]) => `The signature was valid until ${formatTime(expiry)}.`,
  SafeCastOverflowedUintDowncast: ([bits, value]) => `${value} does not fit ${bits} bits.`,
  FieldNotPresentInBlockHeader: ([field]) => `The block header given lacks field ${field}.`,
  RLPInvalidEncoding: () => "The block header given is not RLP.",
  CheckpointUnorderedInsertion: () => "A checkpoint would be older than the last one.",
  InvalidShortString: () => "A stored name is damaged.",
  StringTooLong: ([text]) => `"${text}" is too long to be stored.`,
} satisfies SentencesFor<Inherited>;
