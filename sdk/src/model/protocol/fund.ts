import { type Address, type Hex, zeroAddress } from "viem";
import { CitadelFund, Flow, HistogramLib } from "../../generated/constants.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode, type Node } from "../../node.ts";
import { microAzrToWei } from "../../units.ts";
import { record } from "./record.ts";
import { heldBy, moveToken } from "./rewards.ts";
import { epochAt } from "./settlement.ts";
import { type BookState, type Call, isProtocol, refuse, ruleOf, type State } from "./state.ts";

/** A vote for which its judge is to be paid. */
export interface StipendClaim {
  readonly contribution: Node;
  readonly round: number;
  readonly validator: Address;
}

/** `CitadelFund.grant`; the zero address stands for ETH. */
export function grant(
  state: State,
  call: Call,
  token: Address,
  to: Address,
  amount: bigint,
  purposeHash: Hex,
): void {
  if (call.sender !== state.start.deployment.addresses.timelock)
    refuse("CitadelFund_NotTimelock", call.sender);
  if (BigInt(purposeHash) === 0n) refuse("CitadelFund_MissingPurpose");
  if (to === zeroAddress || isProtocol(state, to)) refuse("CitadelFund_InvalidRecipient", to);
  if (amount === 0n) refuse("CitadelFund_NothingGranted");
  const book = presentBook(state, call, token);
  const left = grantLeft(state, book);
  if (amount > left) refuse("CitadelFund_CapExceeded", token, amount, left);

  state.books.set(token, { ...book, granted: book.granted + amount });
  if (token === zeroAddress) state.fundEther -= amount;
  else moveToken(state, token, state.start.deployment.addresses.citadelFund, to, amount);
  const hash = dataHash.Granted(token, amount, Number(book.epoch), purposeHash);
  record(state, call, "citadelFund", "Granted", accountNode(to), hash);
}

/** `CitadelFund.payFee`: as much of a flag's fee as the cap of the epoch leaves. Gives what was paid. */
export function payFee(state: State, call: Call, most: bigint): bigint {
  const book = presentBook(state, call, zeroAddress);
  const left = grantLeft(state, book);
  const amount = most < left ? most : left;
  state.books.set(zeroAddress, { ...book, fees: book.fees + amount });
  state.fundEther -= amount;
  return amount;
}

/** `CitadelFund.openEpoch`. */
export function openEpoch(state: State, call: Call, token: Address): void {
  const epoch = epochAt(state, call.timestamp);
  if (state.books.get(token)?.epoch === epoch) refuse("CitadelFund_AlreadyOpen", token, epoch);
  state.books.set(token, presentBook(state, call, token));
}

/** `CitadelFund.claimStipends`. */
export function claimStipends(state: State, call: Call, claims: readonly StipendClaim[]): void {
  if (claims.length === 0) refuse("CitadelFund_NoClaims");
  const { azoraToken, citadelFund } = state.start.deployment.addresses;
  const book = presentBook(state, call, azoraToken);
  const keys = new Set<string>();
  const amounts = claims.map((claim) => {
    const key = `${claim.contribution}:${claim.round}:${claim.validator}`;
    const amount = worthOf(state, claim, keys.has(key) || state.claimed.has(key));
    keys.add(key);
    return amount;
  });
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  const left = stipendsLeft(state, book);
  if (total > left) refuse("CitadelFund_StipendsExceeded", total, left);

  state.books.set(azoraToken, { ...book, stipends: book.stipends + total });
  for (const key of keys) state.claimed.add(key);
  for (const [i, { contribution, round, validator }] of claims.entries()) {
    const amount = amounts[i] ?? 0n;
    moveToken(state, azoraToken, citadelFund, validator, amount);
    const hash = dataHash.Stipend(round, validator, amount, Number(book.epoch));
    record(state, call, "citadelFund", "Stipend", contribution, hash);
  }
}

function worthOf(state: State, { contribution, round, validator }: StipendClaim, isPaid: boolean): bigint {
  const work = state.works.get(contribution);
  const vote = BigInt(work?.rounds.get(round)?.ballots.get(validator) ?? 0n);
  if (work === undefined || vote === 0n || vote > BigInt(HistogramLib.LEVELS)) {
    return refuse("CitadelFund_NotCounted", contribution, round, validator);
  }
  if (isPaid) refuse("CitadelFund_AlreadyClaimed", contribution, round, validator);
  const amount = microAzrToWei(ruleOf(state, "ReviewStipend", work.rulesVersion));
  if (amount === 0n) refuse("CitadelFund_NoStipend", contribution);
  return amount;
}

/** The book of the present epoch, as it is or as opening it would make it. */
export function presentBook(state: State, call: Pick<Call, "timestamp">, token: Address): BookState {
  const epoch = epochAt(state, call.timestamp);
  const book = state.books.get(token);
  if (book?.epoch === epoch) return book;
  return { epoch, opening: balanceOf(state, token), granted: 0n, stipends: 0n, fees: 0n };
}

/** `CitadelFund.grantLeft`, of a book. */
export function grantLeft(state: State, { opening, granted, fees }: BookState): bigint {
  const most = (opening * ruleOf(state, "CitadelCap")) / BigInt(Flow.TOTAL);
  const spent = granted + fees;
  return spent < most ? most - spent : 0n;
}

/** `CitadelFund.stipendsLeft`, of a book of AZR. */
export function stipendsLeft(state: State, { opening, granted, stipends }: BookState): bigint {
  const { azoraToken } = state.start.deployment.addresses;
  const most = (balanceOf(state, azoraToken) + granted + stipends - opening) / CitadelFund.STIPEND_DIVISOR;
  return stipends < most ? most - stipends : 0n;
}

function balanceOf(state: State, token: Address): bigint {
  if (token === zeroAddress) return state.fundEther;
  return heldBy(state, token, state.start.deployment.addresses.citadelFund);
}
