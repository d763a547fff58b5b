import { Direction, Ground, type ProtocolLog } from "@azora/sdk";
import { expect } from "chai";
import { id } from "ethers";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import {
  challenge,
  challengeReserved,
  LIFETIME,
  REASON,
  reservationOf,
  reserve,
  reserved,
  SALT,
} from "../../support/disputes.ts";
import { fresh } from "../../support/fixture.ts";
import { register, scored } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { otherArguments, type Recording, recorded } from "../../support/recording.ts";

/** What a replay says of reservations that were really made: nothing if all is well, and something if anything is not. */
describe("Replay: reservations", () => {
  let protocol: Protocol;
  let recording: Recording;
  let logs: readonly ProtocolLog[];

  before(async () => {
    protocol = await fresh();
    recording = await recorded(protocol, tell);
    logs = recording.logs;
  });

  /** One that expires and is lost, the same once more and used, and two that come too late: one is given back, one lost. */
  async function tell(): Promise<void> {
    const { disputes, person, connection } = protocol;
    const shares = attribution(evenly([accountNode(person(1))]));
    const work = await register(protocol, shares);
    await scored(protocol, work, shares, 7);
    await reserve(protocol, work, { excess: 3n });
    await connection.networkHelpers.mine(LIFETIME, { interval: 0 });
    await disputes.forfeit(person(5), await reservationOf(protocol, work));
    for (const late of [person(6), person(7)]) await reserve(protocol, work, { from: late });
    await reserved(protocol, work);
    await challengeReserved(protocol, work);
    await disputes.connect(person(6)).release(work, Direction.Down, Ground.Value, REASON, SALT);
    await connection.networkHelpers.mine(LIFETIME, { interval: 0 });
    await disputes.forfeit(person(7), await reservationOf(protocol, work, { from: person(7) }));
    const upward = await register(protocol, shares, { evidence: id("upward") });
    await scored(protocol, upward, shares, 3);
    await challenge(protocol, upward, { direction: Direction.Up });
  }

  const problemsOf = (some: readonly ProtocolLog[]) => recording.problemsOf(some);
  const found = (name: string) => [...logs.entries()].filter(([, { eventName }]) => eventName === name);

  it("finds nothing wrong with what the contracts did", async () => {
    expect((await recording.replay()).problems).to.deep.equal([]);
    expect(problemsOf(logs)).to.deep.equal([]);
  });

  for (const [name, times] of [
    ["Reserved", 5],
    ["Redeemed", 2],
    ["Released", 1],
    ["Forfeited", 2],
  ] as const) {
    it(`notices any argument of ${name} that is not what it was`, () => {
      expect(found(name)).to.have.length(times);
      for (const [index] of found(name))
        for (const [argument, changed] of otherArguments(logs, index))
          expect(problemsOf(changed), `${name}.${argument} at log ${index}`).to.not.have.length(0);
    });
  }

  // Of one that is given back or lost no other event tells, but the chain has it no more.
  for (const name of ["Released", "Forfeited"])
    it(`notices on the chain that a ${name} is missing`, async () => {
      for (const [index] of found(name)) {
        const sentences = (await recording.replayWithout(index)).problems.map(({ sentence }) => sentence);
        expect(sentences.join(), `${name} at log ${index}`).to.match(
          /The reservation 0x\w+ of 0x\w+: its deposit is 0, but|reserves 0x\w+ twice/,
        );
      }
    });

  for (const name of ["Reserved", "Redeemed"])
    it(`notices that a ${name} is missing`, () => {
      for (const [index] of found(name))
        expect(problemsOf(logs.toSpliced(index, 1)), `${name} at log ${index}`).to.not.have.length(0);
    });

  it("notices that a hash is reserved again before it was lost", () => {
    const [[index = 0] = []] = found("Forfeited");
    const sentences = problemsOf(logs.toSpliced(index, 1)).map(({ sentence }) => sentence);
    expect(sentences.join()).to.match(/reserves 0x\w+ twice/);
  });

  it("notices a deposit that comes back to nobody", () => {
    for (const name of ["Released", "Forfeited"])
      for (const [index] of found(name)) {
        expect(logs[index + 1]?.eventName).to.equal("EtherCredited");
        const sentences = problemsOf(logs.toSpliced(index + 1, 1)).map(({ sentence }) => sentence);
        expect(sentences.join()).to.match(/A deposit of \d+ wei is not credited/);
      }
  });

  it("notices one that is used too young or too old, and one that is lost before its time", () => {
    const shifted = (name: string, blocks: bigint) =>
      problemsOf(
        logs.map((log) => (log.eventName === name ? { ...log, blockNumber: log.blockNumber + blocks } : log)),
      )
        .map(({ sentence }) => sentence)
        .join();
    expect(shifted("Redeemed", -1n)).to.match(/at an age of 4 blocks/);
    expect(shifted("Redeemed", BigInt(LIFETIME) - 4n)).to.match(/at an age of 1801 blocks/);
    expect(shifted("Forfeited", -1n)).to.match(/before it expired/);
  });

  it("notices a reservation that is used without a challenge", () => {
    const index = logs.findIndex(({ eventName }) => eventName === "Challenged");
    const sentences = problemsOf(logs.toSpliced(index, 1)).map(({ sentence }) => sentence);
    expect(sentences.join()).to.match(/is used without a challenge/);
  });
});
