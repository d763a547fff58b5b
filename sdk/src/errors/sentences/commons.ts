import { zeroAddress } from "viem";
import { formatAmount, formatAzr, formatEth, short } from "../../units.ts";
import type { ErrorsOf, SentencesFor } from "../abi.ts";

const tooMuch = (left: string, amount: string): string =>
  `The commons can still grant ${left} in this epoch, not ${amount}.`;

export const commonsSentences = {
  CitadelFund_NotTimelock: ([caller]) =>
    `Only the timelock grants from the CitadelFund; the caller is ${short(caller)}.`,
  CitadelFund_NotDisputes: ([caller]) =>
    `Only Disputes is paid the fee of a flag; the caller is ${short(caller)}.`,
  CitadelFund_MissingPurpose: () => "A grant needs the hash of its purpose.",
  CitadelFund_InvalidRecipient: ([to]) =>
    `A grant cannot go to ${short(to)}: nobody is there, or it is one of the protocol's own contracts.`,
  CitadelFund_NothingGranted: () => "A grant of nothing is none.",
  CitadelFund_NotToken: ([token]) => `There is no token at ${short(token)}.`,
  CitadelFund_CapExceeded: ([token, amount, left], { azoraToken }) => {
    if (token === zeroAddress) return tooMuch(formatEth(left), formatEth(amount));
    if (token === azoraToken) return tooMuch(formatAzr(left), formatAzr(amount));
    // What decimals a token has, nothing here can ask it.
    const [ours, theirs] = [left, amount].map((units) => formatAmount(units, 18));
    return `Of token ${short(token)}, ${ours} can still be granted in this epoch, not ${theirs}, counted with 18 decimals as AZR has them.`;
  },
  CitadelFund_EtherRefused: ([to, amount]) => `${short(to)} did not accept ${formatEth(amount)}.`,
  CitadelFund_AlreadyOpen: ([token, epoch]) => `Epoch ${epoch} is open already for token ${short(token)}.`,
  CitadelFund_NoClaims: () => "No stipend was claimed.",
  CitadelFund_NotCounted: ([contribution, round, validator]) =>
    `No counted vote of ${short(validator)} stands in round ${round} of contribution ${short(contribution)}.`,
  CitadelFund_AlreadyClaimed: ([contribution, round, validator]) =>
    `${short(validator)} was paid for its vote in round ${round} of contribution ${short(contribution)} already.`,
  CitadelFund_NoStipend: ([contribution]) =>
    `The rules of contribution ${short(contribution)} give its judges no stipend.`,
  CitadelFund_StipendsExceeded: ([amount, left]) =>
    `The commons can pay ${formatAzr(left)} in stipends now, not ${formatAzr(amount)}; claim less, or later.`,
  Voice_NotRewardLedger: ([caller]) => `Only the reward ledger raises Voice; the caller is ${short(caller)}.`,
} satisfies SentencesFor<ErrorsOf<"CitadelFund" | "Voice">>;
