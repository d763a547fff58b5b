import { type Address, zeroAddress } from "viem";
import { type Attribution, hashAttribution } from "../../attribution.ts";
import { NodeKind, Phase } from "../../generated/enums.ts";
import { dataHash, type Payment } from "../../ledger/preimages.ts";
import { accountNode, type Node, nodeKind } from "../../node.ts";
import { flow as flowPot, type Pot } from "../flow.ts";
import { split } from "../split.ts";
import { accountOf } from "./identities.ts";
import { record } from "./record.ts";
import { add, type Call, refuse, type State } from "./state.ts";
import { raiseUnits } from "./voice.ts";

const NOTHING: Pot = { amount: 0n, minted: 0n };
const NO_HASH = `0x${"00".repeat(32)}`;

/** `RewardLedger.flow`. */
export function flow(state: State, call: Call, token: Address, node: Node, attribution: Attribution): void {
  if (nodeKind(node) === NodeKind.Account) refuse("RewardLedger_CannotFlow", node);
  const pot = potOf(state, token, node);
  if (pot.amount === 0n) refuse("RewardLedger_NothingToFlow", token, node);
  const isIdentity = nodeKind(node) === NodeKind.Identity;
  const payments = isIdentity
    ? payLinked(state, call, node, attribution, pot)
    : payAttributed(state, node, attribution, pot);

  const pots = potsOf(state, token);
  pots.delete(node);
  payAll(pots, payments);
  const hash = dataHash.Flowed(token, pot.amount, pot.minted, payments);
  record(state, call, "rewardLedger", "Flowed", node, hash);
}

function payLinked(
  state: State,
  { timestamp }: Call,
  identity: Node,
  { contributors, upstream }: Attribution,
  pot: Pot,
): Payment[] {
  if (contributors.length + upstream.length > 0) refuse("RewardLedger_UnexpectedAttribution", identity);
  const account = accountOf(state, identity, timestamp);
  if (account === undefined) return refuse("RewardLedger_IdentityNotLinked", identity);
  return [{ node: accountNode(account), ...pot }];
}

function payAttributed(state: State, contribution: Node, attribution: Attribution, pot: Pot): Payment[] {
  const stored = state.works.get(contribution)?.attributionHash ?? NO_HASH;
  const given = hashAttribution(attribution);
  if (given !== stored) refuse("RewardLedger_AttributionMismatch", contribution, given, stored);
  return flowPot(attribution, pot);
}

/** `RewardLedger.reward`, of a token that moves what it is told to. @param arrived What its transfer brings. */
export function reward(
  state: State,
  call: Call,
  token: Address,
  contribution: Node,
  arrived: bigint,
  attribution: Attribution,
): void {
  const phase = state.works.get(contribution)?.phase;
  if (phase !== Phase.Accepted && phase !== Phase.Settled) refuse("RewardLedger_NotAccepted", contribution);
  const { citadel, people } = split(arrived);
  const payments = payAttributed(state, contribution, attribution, { amount: people, minted: 0n });
  if (arrived === 0n) refuse("RewardLedger_NothingArrived", token);

  const { citadelFund, rewardLedger } = state.start.deployment.addresses;
  moveToken(state, token, call.sender, rewardLedger, arrived);
  moveToken(state, token, rewardLedger, citadelFund, citadel);
  payAll(potsOf(state, token), payments);
  const hash = dataHash.Rewarded(token, arrived, citadel, payments);
  record(state, call, "rewardLedger", "Rewarded", contribution, hash);
}

/** Credits accounts and fills pools. */
export function payAll(pots: Map<Node, Pot>, payments: readonly Payment[]): void {
  for (const { node, amount, minted } of payments) {
    const pot = pots.get(node) ?? NOTHING;
    pots.set(node, { amount: pot.amount + amount, minted: pot.minted + minted });
  }
}

/** `RewardLedger.withdraw`. */
export function withdraw(state: State, call: Call, token: Address, to: Address): bigint {
  return pay(state, token, call.sender, to);
}

/** `RewardLedger.withdrawFor`. */
export function withdrawFor(state: State, token: Address, account: Address): bigint {
  return pay(state, token, account, account);
}

function pay(state: State, token: Address, account: Address, to: Address): bigint {
  const { azoraToken, rewardLedger } = state.start.deployment.addresses;
  if (to === zeroAddress || to === rewardLedger) refuse("RewardLedger_InvalidRecipient", to);
  const { amount, minted } = potOf(state, token, accountNode(account));
  if (amount === 0n) refuse("RewardLedger_NothingOwed", token, account);

  potsOf(state, token).set(accountNode(account), { amount: 0n, minted });
  if (token === azoraToken) raiseUnits(state, account, minted);
  moveToken(state, token, rewardLedger, to, amount);
  return amount;
}

/** The pool of a contribution or an identity, or the credit of an account. */
export function potOf(state: State, token: Address, node: Node): Pot {
  return potsOf(state, token).get(node) ?? NOTHING;
}

function potsOf({ pots, otherPots, start }: State, token: Address): Map<Node, Pot> {
  return token === start.deployment.addresses.azoraToken ? pots : inner(otherPots, token);
}

/** What an account holds of a token; of another than AZR, as far as it came here. */
export function heldBy(state: State, token: Address, account: Address): bigint {
  return holdersOf(state, token).get(account) ?? 0n;
}

export function moveToken(state: State, token: Address, from: Address, to: Address, amount: bigint): void {
  if (amount === 0n) return;
  add(holdersOf(state, token), from, -amount);
  add(holdersOf(state, token), to, amount);
}

function holdersOf({ azr, others, start }: State, token: Address): Map<Address, bigint> {
  return token === start.deployment.addresses.azoraToken ? azr : inner(others, token);
}

function inner<key, value>(maps: Map<Address, Map<key, value>>, token: Address): Map<key, value> {
  const known = maps.get(token) ?? new Map<key, value>();
  maps.set(token, known);
  return known;
}
