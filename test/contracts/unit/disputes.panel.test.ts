import { Outcome } from "@azora/sdk";
import { expect } from "chai";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import { thin } from "../../support/bench.ts";
import { appointed, flag } from "../../support/critics.ts";
import { challenge } from "../../support/disputes.ts";
import { fresh } from "../../support/fixture.ts";
import { draw, headerOf, register, scored } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";

const FIRST = 7n;
const HISTORY = 8_191n;
const SCORED = 3n;

describe("Disputes: second panels over a bench that changed", () => {
  let protocol: Protocol;
  let work: Attribution;
  let contribution: string;
  let first: string[];
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
    contribution = await register(protocol, work);
    await scored(protocol, contribution, work, 5);
    first = [...(await protocol.pov.roundOf(contribution, 1)).panel];
    expect(first).to.have.length(Number(FIRST));
  });

  const panelOf = async (round: number) => [...(await protocol.pov.roundOf(contribution, round)).panel];
  /** Mines up to the last block at which the draw is still possible, and one more. */
  const miss = async () => {
    const { pov, connection, ethers } = protocol;
    const last = (await pov.drawBlockOf(contribution)) + HISTORY;
    await connection.networkHelpers.mine(last - BigInt(await ethers.provider.getBlockNumber()), {
      interval: 0,
    });
  };

  for (const [seats, size] of [
    [30, 15],
    [22, 15],
    [21, 13],
    [20, 13],
    [15, 7],
    [14, 7],
  ] as const) {
    it(`has ${size} of ${seats} seats, none of them of the first panel, although numbers moved`, async () => {
      await thin(protocol, seats);
      await challenge(protocol, contribution);
      await draw(protocol, contribution);
      const second = await panelOf(2);
      expect(new Set(second).size).to.equal(size);
      expect(second.filter((judge) => first.includes(judge))).to.deep.equal([]);
      for (const judge of second) expect(await protocol.validators.isSeated(judge)).to.equal(true);
    });
  }

  it("keeps out a judge of the first panel that left and took another seat", async () => {
    const { validators, ethers, parameters } = protocol;
    await thin(protocol, 21);
    const [gone = ""] = first;
    const judge = await ethers.getSigner(gone);
    if (await validators.isSeated(gone)) await validators.connect(judge).exit();
    const value = BigInt(parameters.rules.SeatBond.value) * 10n ** 9n;
    await validators.connect(judge).enter({ value });
    await challenge(protocol, contribution);
    await draw(protocol, contribution);
    expect(await panelOf(2)).to.not.include(gone);
  });

  it("is not disturbed by judges who leave once it is armed", async () => {
    await challenge(protocol, contribution);
    await thin(protocol, 13);
    await draw(protocol, contribution);
    expect(await panelOf(2)).to.have.length(15);
  });

  for (const name of ["challenge", "flag"] as const) {
    it(`is refused where fewer than the first could sit: a ${name} is then inconclusive, and the first stands`, async () => {
      const { pov, disputes, constitution, connection, ethers } = protocol;
      await thin(protocol, 13);
      const critic = await appointed(protocol);
      await (name === "flag" ? flag(protocol, critic, contribution) : challenge(protocol, contribution));
      const block = await pov.drawBlockOf(contribution);
      await connection.networkHelpers.mine(block - BigInt(await ethers.provider.getBlockNumber()));
      await expect(pov.draw(contribution, await headerOf(protocol, block)))
        .to.be.revertedWithCustomError(disputes, "Disputes_PanelTooSmall")
        .withArgs(5, FIRST);
      await miss();
      await pov.rearm(contribution);
      await miss();
      const end = await pov.rearm(contribution);
      await expect(end).to.emit(pov, "Resolved").withArgs(contribution, 3, 5, Outcome.Inconclusive);
      await expect(end).to.not.emit(constitution, "FlagResolved");
      const { phase, level } = await pov.workOf(contribution);
      expect([phase, level]).to.deep.equal([SCORED, 5n]);
    });
  }
});
