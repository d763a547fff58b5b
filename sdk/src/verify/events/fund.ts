import { type Address, zeroAddress } from "viem";
import { isProtocolAddress } from "../../addresses.ts";
import { CitadelFund, Flow } from "../../generated/constants.ts";
import { LeafKind } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode } from "../../node.ts";
import { microAzrToWei } from "../../units.ts";
import type { Chronicle } from "../chronicle.ts";
import { type FundBook, voteKey } from "../commons.ts";
import { expectLeaf } from "../leaves.ts";
import { epochAt, ruleOf } from "../lookup.ts";
import type { Place } from "../problems.ts";
import type { Handlers } from "./handler.ts";

export const fundHandlers = {
  Received({ commons }, { args }) {
    commons.ether += args.amount;
  },

  EpochOpened(chronicle, log) {
    const { token, epoch, balance } = log.args;
    const { azr, commons, deployment, problems, timestamp } = chronicle;
    const { azoraToken, citadelFund } = deployment.addresses;
    const before = commons.books.get(token);
    if (before !== undefined && BigInt(epoch) <= before.epoch) {
      problems.add("Citadel", `Epoch ${epoch} was opened after epoch ${before.epoch} for ${token}.`, log);
    }
    if (timestamp !== undefined)
      problems.same("Citadel", "The epoch opened", BigInt(epoch), epochAt(chronicle, timestamp), log);
    if (token === azoraToken)
      problems.same("Citadel", "The fund's AZR at the opening", balance, azr.get(citadelFund) ?? 0n, log);
    // ETH can be forced upon a contract without an event.
    if (token === zeroAddress && balance < commons.ether)
      problems.add("Citadel", `The fund opened with ${balance} wei of ETH, less than came in.`, log);
    commons.books.set(token, { epoch: BigInt(epoch), opening: balance, granted: 0n, stipends: 0n, fees: 0n });
  },

  Granted(chronicle, log) {
    const { token, to, amount, epoch, purposeHash } = log.args;
    const { commons, deployment, problems } = chronicle;
    const { azoraToken, citadelFund, timelock } = deployment.addresses;
    const book = bookOf(chronicle, token, epoch, log);
    book.granted += amount;
    checkCap(chronicle, book, log);
    if (isProtocolAddress(deployment, to))
      problems.add("Citadel", `A grant went to ${to}, one of the protocol's own.`, log);
    if (token === zeroAddress) commons.ether -= amount;
    if (token === azoraToken) chronicle.expectedTransfers.push({ from: citadelFund, to, value: amount });
    expectLeaf(chronicle, log, {
      kind: LeafKind.Granted,
      emitter: citadelFund,
      subject: accountNode(to),
      actor: timelock,
      dataHash: dataHash.Granted(token, amount, epoch, purposeHash),
    });
  },

  FeePaid(chronicle, log) {
    const { contribution, amount, epoch } = log.args;
    const { commons } = chronicle;
    const book = bookOf(chronicle, zeroAddress, epoch, log);
    book.fees += amount;
    checkCap(chronicle, book, log);
    commons.ether -= amount;
    // Which flag it was for, its challenge tells.
    commons.openFee = { contribution, amount };
  },

  StipendPaid(chronicle, log) {
    const { contribution, round, validator, amount, epoch } = log.args;
    const { azr, commons, deployment, problems, works } = chronicle;
    const { azoraToken, citadelFund } = deployment.addresses;
    const key = voteKey(contribution, round, validator);
    if (!commons.counted.has(key))
      problems.add("Citadel", `${validator} got a stipend for a vote that was not counted.`, log);
    if (commons.claimed.has(key)) problems.add("Citadel", `${validator} got a stipend twice.`, log);
    commons.claimed.add(key);
    const due = microAzrToWei(ruleOf(chronicle, "ReviewStipend", works.get(contribution)?.rulesVersion));
    problems.same("Citadel", `The stipend of ${validator}`, amount, due, log);
    const book = bookOf(chronicle, azoraToken, epoch, log);
    const inflow = (azr.get(citadelFund) ?? 0n) + book.granted + book.stipends - book.opening;
    book.stipends += amount;
    commons.stipends += amount;
    if (book.stipends > inflow / CitadelFund.STIPEND_DIVISOR)
      problems.add("Citadel", `Stipends of ${book.stipends} exceed a quarter of ${inflow}.`, log);
    chronicle.expectedTransfers.push({ from: citadelFund, to: validator, value: amount });
    expectLeaf(chronicle, log, {
      kind: LeafKind.Stipend,
      emitter: citadelFund,
      subject: contribution,
      dataHash: dataHash.Stipend(round, validator, amount, epoch),
    });
  },
} satisfies Handlers<"Received" | "EpochOpened" | "Granted" | "FeePaid" | "StipendPaid">;

/** What all grants and fees of an epoch may come to. */
export const capOf = (chronicle: Chronicle, { opening }: FundBook): bigint =>
  (opening * ruleOf(chronicle, "CitadelCap")) / BigInt(Flow.TOTAL);

function checkCap(chronicle: Chronicle, book: FundBook, place: Place): void {
  const [spent, most] = [book.granted + book.fees, capOf(chronicle, book)];
  if (spent > most)
    chronicle.problems.add(
      "Citadel",
      `Grants and fees of ${spent} exceed the epoch's cap of ${most}.`,
      place,
    );
}

/** The book of an epoch that must be open, and be the present one. */
function bookOf(chronicle: Chronicle, token: Address, epoch: number, place: Place): FundBook {
  const { commons, problems, timestamp } = chronicle;
  const book = commons.books.get(token) ?? { epoch: -1n, opening: 0n, granted: 0n, stipends: 0n, fees: 0n };
  problems.same("Citadel", "The epoch of a payment", BigInt(epoch), book.epoch, place);
  if (timestamp !== undefined)
    problems.same("Citadel", "The epoch paid in", BigInt(epoch), epochAt(chronicle, timestamp), place);
  return book;
}
