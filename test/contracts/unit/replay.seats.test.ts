import { constants, type ProtocolLog, Rule } from "@azora/sdk";
import { expect } from "chai";
import { id } from "ethers";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { firstBond, WEEK } from "../../support/bench.ts";
import { fresh, nextAt, now } from "../../support/fixture.ts";
import { register, settled } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { type Recording, recorded } from "../../support/recording.ts";
import { amended } from "../../support/timelock.ts";

/** In micro-AZR: so little that two good works earn a seat. */
const CHEAP = 1_000_000;
const FIRST = 1;
const SECOND = 2;
const DAY = 86_400n;

/** What a replay says of seats that were really earned: nothing if all is well, and something if anything is not. */
describe("Replay: seats by earning", () => {
  let protocol: Protocol;
  let recording: Recording;
  let logs: readonly ProtocolLog[];

  before(async () => {
    protocol = await fresh();
    recording = await recorded(protocol, tell);
    logs = recording.logs;
  });

  /** One enters, leaves, and comes back in the last seventh of an epoch; another enters in the first second of the next. */
  async function tell(): Promise<void> {
    const { validators, person, pov } = protocol;
    await amended(protocol, Rule.PointPriceCap, CHEAP);
    await amended(protocol, Rule.SeatThreshold, 512 * CHEAP);
    for (const index of [FIRST, SECOND]) {
      const shares = attribution(evenly([accountNode(person(index).address)]));
      for (const which of ["one", "two"]) {
        const work = await register(protocol, shares, { evidence: id(`work ${which} of ${index}`) });
        await settled(protocol, work, shares, 10);
      }
    }
    const value = firstBond(protocol);
    await validators.connect(person(FIRST)).enter({ value });
    await validators.connect(person(FIRST)).exit();
    const unlocksAt = (await now(protocol)) + (await validators.longestDuty());
    const end = (await pov.GENESIS_TIME()) + ((await pov.epochAt(unlocksAt)) + 2n) * WEEK;
    await nextAt(protocol, end - WEEK / BigInt(constants.ValidatorRegistry.RETURNS_PART));
    await validators.connect(person(FIRST)).enter({ value });
    await nextAt(protocol, end);
    await validators.connect(person(SECOND)).enter({ value });
  }

  const sentencesOf = (some: readonly ProtocolLog[]) =>
    recording.problemsOf(some).map(({ sentence }) => sentence);
  const first = () => protocol.person(FIRST).address;
  const second = () => protocol.person(SECOND).address;

  /** As if an account's last entry had been so many seconds earlier. */
  function earlier(account: string, seconds: bigint): ProtocolLog[] {
    const entry = logs.findLast((log) => log.eventName === "Seated" && log.args.account === account);
    return logs.map((log) =>
      log.eventName === "Appended" && log.transactionHash === entry?.transactionHash
        ? { ...log, args: { ...log.args, timestamp: log.args.timestamp - seconds } }
        : log,
    );
  }

  it("finds nothing wrong with what the contracts did", async () => {
    expect((await recording.replay()).problems).to.deep.equal([]);
    expect(sentencesOf(logs)).to.deep.equal([]);
  });

  it("notices who came back a second before its turn", () => {
    const sentence = `${first()} came back by earning while it was the newcomers' turn.`;
    expect(sentencesOf(earlier(first(), 1n))).to.include(sentence);
    expect(sentencesOf(earlier(second(), 0n))).to.not.include(sentence);
  });

  it("notices who came back while its last bond was locked", () => {
    const longer = logs.map((log) =>
      log.eventName === "Unseated"
        ? { ...log, args: { ...log.args, unlocksAt: log.args.unlocksAt + 14n * DAY } }
        : log,
    );
    expect(sentencesOf(longer)).to.include(`${first()} came back by earning while its last bond was locked.`);
  });

  it("notices one admission too many in an epoch", () => {
    const found = sentencesOf(earlier(second(), 1n));
    expect(
      found.filter((sentence) => sentence.startsWith(`${second()} is one admission too many`)),
    ).to.have.length(1);
  });

  it("notices who has not earned its seat", () => {
    const dearer = logs.map((log) =>
      log.eventName === "Amended" && log.args.rule === Rule.SeatThreshold
        ? { ...log, args: { ...log.args, current: log.args.current * 2 } }
        : log,
    );
    const found = sentencesOf(dearer);
    for (const account of [first(), second()])
      expect(found).to.include(`${account} sits and has not earned it.`);
  });
});
