import { Rule } from "@azora/sdk";
import { expect } from "chai";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import { votedOn } from "../../support/disputes.ts";
import { fresh } from "../../support/fixture.ts";
import { expectLeaf, hashOf } from "../../support/leaves.ts";
import { finalized, register, scored } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended } from "../../support/timelock.ts";

const [NONE, ARMED, SCORED, ACCEPTED, VOID] = [0n, 1n, 3n, 5n, 7n];

describe("AttributionRegistry: reopen", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  let bond: bigint;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
    contribution = await register(protocol, work);
    bond = await protocol.registry.bondOf(contribution);
  });

  /** Two rounds in which nobody votes. */
  async function voided(): Promise<void> {
    const silence = Array<null>(7).fill(null);
    for (let round = 0; round < 2; round++) {
      await votedOn(protocol, contribution, work, silence);
      await protocol.pov.score(contribution);
    }
    expect((await protocol.pov.workOf(contribution)).phase).to.equal(VOID);
  }

  const reopen = (from = protocol.person(8), value = bond) =>
    protocol.registry.connect(from).reopen(contribution, { value });

  it("opens a void work for anyone who pays its bond, and says so", async () => {
    const { pov, registry, person } = protocol;
    await voided();
    const transaction = await reopen();
    await expect(transaction).to.not.emit(registry, "EtherCredited");
    await expect(transaction)
      .to.emit(registry, "Reopened")
      .withArgs(contribution, person(8).address, 2, 3, bond);
    await expectLeaf(protocol, transaction, {
      kind: "Reopened",
      emitter: registry,
      subject: contribution,
      actor: person(8),
      dataHash: hashOf(["uint16", 2], ["uint16", 3], ["uint256", bond]),
    });
    const state = await pov.workOf(contribution);
    const { phase, opening, round, rulesVersion, armedAt } = state;
    expect([phase, opening, round, rulesVersion, armedAt]).to.deep.equal([
      ARMED,
      2n,
      3n,
      1n,
      BigInt(transaction.blockNumber ?? 0),
    ]);
    const { rearmed, redrawn, challenged, late, level, scoredRound } = state;
    expect([rearmed, redrawn, challenged, late]).to.deep.equal([false, false, false, false]);
    expect([level, scoredRound]).to.deep.equal([0n, 0n]);
    expect(await pov.openRounds()).to.equal(1n);
    expect(await registry.bondOf(contribution)).to.equal(bond);
    expect(await registry.bondOwnerOf(contribution)).to.equal(person(8).address);
  });

  it("AZ-08: goes on as a new registration, and the bond returns to who paid it", async () => {
    const { pov, registry, person } = protocol;
    await voided();
    await reopen();
    const transaction = await finalized(protocol, contribution, work, 4);
    await expect(transaction)
      .to.emit(registry, "BondReleased")
      .withArgs(contribution, person(8).address, bond);
    const state = await pov.workOf(contribution);
    expect([state.phase, state.level, state.opening, state.scoredRound]).to.deep.equal([
      ACCEPTED,
      4n,
      2n,
      3n,
    ]);
    expect(await registry.registrantOf(contribution)).to.equal(person(0).address);
  });

  it("AZ-07: may be void and be opened again, each bond to its own payer", async () => {
    const { registry, person } = protocol;
    await voided();
    await reopen();
    await voided();
    expect(await registry.etherOwed(person(8))).to.equal(bond);
    await reopen(person(9));
    expect(await registry.bondOwnerOf(contribution)).to.equal(person(9).address);
    await scored(protocol, contribution, work, 4);
    expect((await protocol.pov.workOf(contribution)).opening).to.equal(3n);
  });

  it("AZ-07: credits back what was too much, and wants the whole bond", async () => {
    const { registry, person } = protocol;
    await voided();
    await expect(reopen(person(8), bond - 1n))
      .to.be.revertedWithCustomError(registry, "AttributionRegistry_BondTooSmall")
      .withArgs(bond - 1n, bond);
    await expect(reopen(person(8), bond + 3n))
      .to.emit(registry, "EtherCredited")
      .withArgs(person(8).address, 3n);
  });

  it("AZ-12: costs what the rules of its registration say", async () => {
    const { pov, registry } = protocol;
    await voided();
    const dearer = protocol.parameters.rules.RegistrationBond.value * 2;
    await amended(protocol, Rule.RegistrationBond, dearer);
    expect(await registry.bondRequired()).to.equal(bond * 2n);
    await expect(reopen()).to.emit(registry, "Reopened");
    expect((await pov.workOf(contribution)).rulesVersion).to.equal(1n);
  });

  it("AZ-08: wants a void work", async () => {
    const { pov, registry } = protocol;
    const refused = async (phase: bigint) =>
      expect(reopen())
        .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
        .withArgs(contribution, phase, VOID);
    await refused(ARMED);
    await scored(protocol, contribution, work, 4);
    await refused(SCORED);
    contribution = `0x01${"7".repeat(62)}`;
    await refused(NONE);
    expect(await registry.bondOf(contribution)).to.equal(0n);
  });

  it("is for the registry alone", async () => {
    const { pov, person } = protocol;
    await voided();
    await expect(pov.connect(person(8)).reopen(contribution))
      .to.be.revertedWithCustomError(pov, "ProofOfValue_NotRegistry")
      .withArgs(person(8).address);
  });

  it("AZ-08: knows no challenge window while it is void", async () => {
    const { pov } = protocol;
    await voided();
    await expect(pov.challengeEndOf(contribution))
      .to.be.revertedWithCustomError(pov, "ProofOfValue_WrongPhase")
      .withArgs(contribution, VOID, SCORED);
  });
});
