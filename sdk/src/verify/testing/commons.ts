import { type Address, keccak256, zeroAddress } from "viem";
import type { Attribution } from "../../attribution.ts";
import { PotOrigin } from "../../generated/enums.ts";
import { flow as flowPot } from "../../model/flow.ts";
import * as protocol from "../../model/protocol/index.ts";
import { split } from "../../model/split.ts";
import type { Node } from "../../node.ts";
import { person, type Script } from "./Script.ts";

const COIN = person(0xc0);
const [PAYER, FRIEND] = [person(33), person(4)];

/** Rewards in two tokens, a delegation there and back, and what the fund pays: a stipend, and grants of AZR and of ETH. */
export function tellCommons(script: Script, work: Node, shares: Attribution, voter: Address): void {
  const { azoraToken } = script.deployment.addresses;
  reward(script, COIN, work, 1_234_567n, shares);
  withdraw(script, COIN, person(1));
  delegate(script, person(3), FRIEND);
  delegate(script, person(3), zeroAddress);
  open(script, azoraToken);
  reward(script, azoraToken, work, 10n ** 15n, shares);
  claim(script, { contribution: work, round: 1, validator: voter });
  grant(script, azoraToken, 1_000n);
  donate(script, 1_000n);
  open(script, zeroAddress);
  grant(script, zeroAddress, 20n);
}

/** Pays out a credit, and raises the units of AZR's owner. */
export function withdraw(script: Script, token: Address, account: Address): void {
  const { state, deployment } = script;
  const { azoraToken, rewardLedger } = deployment.addresses;
  script.transact(account, (call) => {
    const before = protocol.unitsOf(state, account);
    const amount = protocol.withdraw(state, call, token, PAYER);
    const units = protocol.unitsOf(state, account);
    script.emit("rewardLedger", "Withdrawn", token, account, PAYER, amount);
    if (units > before) {
      script.emit("voice", "UnitsRaised", account, units);
      script.emit("voice", "DelegateVotesChanged", account, before, units);
    }
    if (token === azoraToken) script.emit("azoraToken", "Transfer", rewardLedger, PAYER, amount);
  });
}

function reward(script: Script, token: Address, work: Node, amount: bigint, shares: Attribution): void {
  const { state, deployment } = script;
  const { azoraToken, citadelFund, rewardLedger } = deployment.addresses;
  script.transact(PAYER, (call) => {
    protocol.reward(state, call, token, work, amount, shares);
    const { citadel, people } = split(amount);
    const payments = flowPot(shares, { amount: people, minted: 0n });
    const isAzr = token === azoraToken;
    if (isAzr) script.emit("azoraToken", "Transfer", PAYER, rewardLedger, amount);
    script.emit("rewardLedger", "Flowed", token, work, PotOrigin.Reward, people, 0n, payments);
    script.emit("rewardLedger", "Rewarded", token, work, PAYER, amount, citadel);
    if (isAzr) script.emit("azoraToken", "Transfer", rewardLedger, citadelFund, citadel);
    script.emitLeaf();
  });
}

function delegate(script: Script, account: Address, to: Address): void {
  const { state } = script;
  script.transact(account, (call) => {
    const before = protocol.delegateOf(state, account);
    const units = protocol.unitsOf(state, account);
    const votes = protocol.votesOf(state, before);
    protocol.delegate(state, call, to);
    const after = protocol.delegateOf(state, account);
    script.emit("voice", "DelegateChanged", account, before, after);
    script.emit("voice", "DelegateVotesChanged", before, votes, votes - units);
    script.emit("voice", "DelegateVotesChanged", after, 0n, units);
  });
}

function open(script: Script, token: Address): void {
  const { state } = script;
  script.transact(person(8), (call) => {
    protocol.openEpoch(state, call, token);
    const { epoch, opening } = protocol.presentBook(state, call, token);
    script.emit("citadelFund", "EpochOpened", token, epoch, opening);
  });
}

function claim(script: Script, stipend: protocol.StipendClaim): void {
  const { state, deployment } = script;
  const { azoraToken, citadelFund } = deployment.addresses;
  script.transact(person(8), (call) => {
    const held = protocol.heldBy(state, azoraToken, stipend.validator);
    protocol.claimStipends(state, call, [stipend]);
    const amount = protocol.heldBy(state, azoraToken, stipend.validator) - held;
    const { contribution, round, validator } = stipend;
    const { epoch } = protocol.presentBook(state, call, azoraToken);
    script.emit("citadelFund", "StipendPaid", contribution, round, validator, amount, epoch);
    script.emitLeaf();
    script.emit("azoraToken", "Transfer", citadelFund, validator, amount);
  });
}

function grant(script: Script, token: Address, amount: bigint): void {
  const { state, deployment } = script;
  const { azoraToken, citadelFund, timelock } = deployment.addresses;
  script.transact(timelock, (call) => {
    const purpose = keccak256("0x08");
    protocol.grant(state, call, token, FRIEND, amount, purpose);
    const { epoch } = protocol.presentBook(state, call, token);
    script.emit("citadelFund", "Granted", token, FRIEND, amount, epoch, purpose);
    script.emitLeaf();
    if (token === azoraToken) script.emit("azoraToken", "Transfer", citadelFund, FRIEND, amount);
  });
}

function donate(script: Script, amount: bigint): void {
  script.transact(person(9), () => {
    script.state.fundEther += amount;
    script.emit("citadelFund", "Received", person(9), amount);
  });
}
