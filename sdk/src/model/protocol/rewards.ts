import { type Address, zeroAddress } from "viem";
import { type Attribution, hashAttribution } from "../../attribution.ts";
import { NodeKind } from "../../generated/enums.ts";
import { dataHash, type Payment } from "../../ledger/preimages.ts";
import { accountNode, type Node, nodeKind } from "../../node.ts";
import { flow as flowPot, type Pot } from "../flow.ts";
import { accountOf } from "./identities.ts";
import { record } from "./record.ts";
import { add, type Call, refuse, type State } from "./state.ts";

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

  state.pots.delete(node);
  payAll(state, payments);
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

/** Credits accounts and fills pools. */
export function payAll({ pots }: State, payments: readonly Payment[]): void {
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
  const { rewardLedger } = state.start.deployment.addresses;
  if (to === zeroAddress || to === rewardLedger) refuse("RewardLedger_InvalidRecipient", to);
  const { amount, minted } = potOf(state, token, accountNode(account));
  if (amount === 0n) refuse("RewardLedger_NothingOwed", token, account);

  state.pots.set(accountNode(account), { amount: 0n, minted });
  add(state.azr, rewardLedger, -amount);
  add(state.azr, to, amount);
  return amount;
}

/** The pool of a contribution or an identity, or the credit of an account. Only AZR comes in so far. */
export function potOf({ pots, start }: State, token: Address, node: Node): Pot {
  return (token === start.deployment.addresses.azoraToken ? pots.get(node) : undefined) ?? NOTHING;
}
