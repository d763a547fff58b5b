import { expect } from "chai";
import { keccak256, numberToHex, zeroAddress } from "viem";
import { FaultError } from "../../fault.ts";
import { Rule } from "../../generated/enums.ts";
import { accountNode, identityNode } from "../../node.ts";
import { person } from "../../verify/testing/Script.ts";
import { tellStory } from "../../verify/testing/story.ts";
import { slashOf } from "../../verify/testing/turnover.ts";
import * as protocol from "./index.ts";

const script = tellStory();
const { state, deployment, block, timestamp } = script;
const judge = person(100);
const { addresses } = deployment;
const [work = "0x"] = state.works.keys();
const alice = identityNode("github:alice");
const none = { contributors: [], upstream: [] };
const ballot = { validator: person(100), level: 1, rationaleHash: keccak256("0x"), salt: keccak256("0x") };
const from = (sender: `0x${string}`, value = 0n) => ({ sender, value, block, timestamp });
const somebody = from(person(1));
const evidence = numberToHex(9, { size: 32 });
const sole = { contributors: [{ node: accountNode(person(1)), weight: 1_000_000 }], upstream: [] };

/** Everything, as text: maps by their entries, so that the slightest change shows. */
function snapshot(): string {
  return JSON.stringify(state, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}`;
    return value instanceof Map ? [...value] : value;
  });
}

const REFUSALS: readonly [name: string, call: () => unknown][] = [
  [
    "AttributionRegistry_EmptyEvidence",
    () => protocol.register(state, somebody, numberToHex(0, { size: 32 }), sole, ""),
  ],
  [
    "AttributionRegistry_UriTooLong",
    () => protocol.register(state, somebody, evidence, sole, "é".repeat(129)),
  ],
  ["AttributionRegistry_NoContributors", () => protocol.register(state, somebody, evidence, none, "")],
  ["AttributionRegistry_BondTooSmall", () => protocol.register(state, somebody, evidence, sole, "")],
  ["ProofOfValue_WrongPhase", () => protocol.draw(state, somebody, work, 1n)],
  ["ProofOfValue_WrongPhase", () => protocol.commit(state, somebody, work, 0n, evidence)],
  ["ProofOfValue_WrongPhase", () => protocol.reveal(state, somebody, work, ballot, [], evidence)],
  ["ProofOfValue_WrongPhase", () => protocol.score(state, somebody, work)],
  ["ProofOfValue_WrongPhase", () => protocol.rearm(state, somebody, work)],
  ["ProofOfValue_WrongPhase", () => protocol.finalize(state, somebody, work)],
  ["ProofOfValue_WrongPhase", () => protocol.settle(state, somebody, alice, none)],
  ["ProofOfValue_EpochNotSealed", () => protocol.sealEpoch(state, somebody, 10n ** 6n)],
  [
    "RewardLedger_CannotFlow",
    () => protocol.flow(state, somebody, addresses.azoraToken, accountNode(person(1)), none),
  ],
  ["RewardLedger_NothingToFlow", () => protocol.flow(state, somebody, addresses.azoraToken, work, none)],
  [
    "RewardLedger_InvalidRecipient",
    () => protocol.withdraw(state, somebody, addresses.azoraToken, zeroAddress),
  ],
  ["RewardLedger_NothingOwed", () => protocol.withdrawFor(state, addresses.azoraToken, person(77))],
  ["EtherCredits_NothingOwed", () => protocol.withdrawEtherFor(state, person(77))],
  ["EtherCredits_TransferFailed", () => protocol.withdrawEther(state, from(person(7)), person(7), false)],
  ["AttributionRegistry_LinkExists", () => protocol.link(state, somebody, alice, person(5), timestamp, [])],
  ["AttributionRegistry_NotAttestor", () => protocol.veto(state, somebody, alice)],
  ["AttributionRegistry_NoPendingLink", () => protocol.veto(state, from(person(50)), alice)],
  ["AttributionRegistry_NotTimelock", () => protocol.setAttestor(state, somebody, person(5), true)],
  ["ValidatorRegistry_NotEligible", () => protocol.enter(state, somebody)],
  ["ValidatorRegistry_NotSeated", () => protocol.exit(state, somebody)],
  ["ValidatorRegistry_NotSeated", () => protocol.topUp(state, somebody)],
  ["ValidatorRegistry_WrongTopUp", () => protocol.topUp(state, from(judge, 1n))],
  ["ValidatorRegistry_UnknownStint", () => protocol.withdrawBond(state, somebody, 0)],
  ["ValidatorRegistry_StillSeated", () => protocol.withdrawBond(state, from(judge), 1)],
  ["ValidatorRegistry_BondSpent", () => protocol.withdrawBond(state, from(judge), 0)],
  ["ValidatorRegistry_NotTimelock", () => protocol.remove(state, somebody, judge, evidence)],
  [
    "ValidatorRegistry_MissingReason",
    () => protocol.remove(state, from(addresses.timelock), judge, numberToHex(0, { size: 32 })),
  ],
  [
    "ValidatorRegistry_NotSeated",
    () => protocol.remove(state, from(addresses.timelock), person(1), evidence),
  ],
  ["ValidatorRegistry_TooFewLeft", () => protocol.remove(state, from(addresses.timelock), judge, evidence)],
  ["ValidatorRegistry_NotProofOfValue", () => protocol.slash(state, somebody, slashOf(script, work, judge))],
  [
    "ValidatorRegistry_AlreadySlashed",
    () => protocol.slash(state, from(addresses.proofOfValue), slashOf(script, work, judge)),
  ],
  [
    "ValidatorRegistry_NothingToSlash",
    () => protocol.slash(state, from(addresses.proofOfValue), slashOf(script, work, person(1))),
  ],
  ["ValidatorRegistry_AlreadySeated", () => protocol.enter(state, from(person(100)))],
  ["Constitution_NotTimelock", () => protocol.amend(state, somebody, Rule.PanelLimit, 9n, evidence)],
  [
    "Constitution_EvenPanel",
    () => protocol.amend(state, from(addresses.timelock), Rule.PanelLimit, 8n, evidence),
  ],
];

describe("model: protocol", function () {
  this.timeout(20_000);

  it("refuses with the contracts' own errors, and changes nothing", () => {
    const before = snapshot();
    for (const [name, call] of REFUSALS) expect(call, name).to.throw(FaultError, new RegExp(`^${name}\\(`));
    expect(snapshot()).to.equal(before);
  });

  it("AZ-03: pools and credits are what the ledger holds", () => {
    const booked = [...state.pots.values()].reduce((sum, { amount }) => sum + amount, 0n);
    expect(booked).to.equal(state.azr.get(addresses.rewardLedger));
  });

  it("AZ-07: ETH held is bonds, seats and credits not yet withdrawn", () => {
    const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((total, amount) => total + amount, 0n);
    const bonds = sum([...state.works.values()].map(({ bond }) => bond));
    const seats = sum([...state.seats.stints.values()].flat().map(({ bond }) => bond));
    const owed = sum([...state.etherOwed.values()].flatMap((amounts) => [...amounts.values()]));
    expect(state.etherHeld).to.equal(bonds + seats + owed);
  });
});
