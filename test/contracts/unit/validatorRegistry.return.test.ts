import { constants } from "@azora/sdk";
import { expect } from "chai";
import { id } from "ethers";
import { earn, firstBond, firstThreshold, judgeOf, thin, WEEK } from "../../support/bench.ts";
import { fresh, impersonate, nextAt, now, seatedUnhurried } from "../../support/fixture.ts";
import type { Protocol } from "../../support/protocol.ts";

const { BAR, RETURNS_PART } = constants.ValidatorRegistry;
const HOUR = 3_600n;
/** Who sits at first, and who has never sat. */
const JUDGE = 29;
const NEWCOMER = 1;

describe("ValidatorRegistry: coming back by earning", () => {
  let protocol: Protocol;
  let bond: bigint;
  beforeEach(async () => {
    protocol = await fresh(seatedUnhurried);
    bond = firstBond(protocol);
    await earn(protocol, judge().address, firstThreshold(protocol));
    await earn(protocol, protocol.person(NEWCOMER).address, firstThreshold(protocol));
  });

  const judge = () => judgeOf(protocol, JUDGE);
  const comeBack = () => protocol.validators.connect(judge()).enter({ value: bond });
  const comeFirst = () => protocol.validators.connect(protocol.person(NEWCOMER)).enter({ value: bond });
  const epochNow = async () => protocol.pov.epochAt(await now(protocol));
  const startOf = async (epoch: bigint) => (await protocol.pov.GENESIS_TIME()) + epoch * WEEK;
  /** When those who sat before can be admitted in an epoch. */
  const turnIn = async (epoch: bigint) => (await startOf(epoch + 1n)) - WEEK / BigInt(RETURNS_PART);

  /** The judge leaves. @return The first epoch that begins after its bond is unlocked. */
  async function left(): Promise<bigint> {
    const { validators, pov } = protocol;
    await validators.connect(judge()).exit();
    return (await pov.epochAt((await now(protocol)) + (await validators.longestDuty()))) + 1n;
  }

  async function refusedForNewcomers(at: bigint, from: bigint): Promise<void> {
    await nextAt(protocol, at);
    await expect(comeBack())
      .to.be.revertedWithCustomError(protocol.validators, "ValidatorRegistry_NewcomersFirst")
      .withArgs(at, from);
  }

  it("waits for the last bond to be unlocked, to the second", async () => {
    const { validators } = protocol;
    const epoch = (await epochNow()) + 10n;
    // So that it is unlocked within the last seventh.
    const unlocksAt = (await turnIn(epoch)) + HOUR;
    await nextAt(protocol, unlocksAt - (await validators.longestDuty()));
    await validators.connect(judge()).exit();
    for (const at of [await turnIn(epoch), unlocksAt - 1n]) {
      await nextAt(protocol, at);
      await expect(comeBack())
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_ReturnsTooSoon")
        .withArgs(judge().address, unlocksAt);
    }
    await nextAt(protocol, unlocksAt);
    await comeBack();
    expect(await validators.isSeated(judge())).to.equal(true);
    expect(await validators.seatCount()).to.equal(30n);
  });

  it("waits for the last bond, not for the first", async () => {
    const { validators } = protocol;
    await nextAt(protocol, await turnIn(await left()));
    await comeBack();
    await validators.connect(judge()).exit();
    const unlocksAt = (await now(protocol)) + (await validators.longestDuty());
    await nextAt(protocol, await turnIn((await epochNow()) + 1n));
    await expect(comeBack())
      .to.be.revertedWithCustomError(validators, "ValidatorRegistry_ReturnsTooSoon")
      .withArgs(judge().address, unlocksAt);
  });

  it("waits for the last seventh of an epoch, to the second", async () => {
    const epoch = await left();
    const from = await turnIn(epoch);
    await refusedForNewcomers(await startOf(epoch), from);
    await refusedForNewcomers(from - 1n, from);
    await nextAt(protocol, from);
    await comeBack();
    expect(await protocol.validators.isSeated(judge())).to.equal(true);
  });

  it("is open until the last second of an epoch", async () => {
    const epoch = await left();
    const next = await startOf(epoch + 1n);
    await nextAt(protocol, next - 1n);
    await comeBack();
    expect(await protocol.validators.isSeated(judge())).to.equal(true);
  });

  it("is closed again from the first second of the next epoch on", async () => {
    const epoch = await left();
    await refusedForNewcomers(await startOf(epoch + 1n), await turnIn(epoch + 1n));
  });

  it("takes what newcomers left of an epoch's admissions", async () => {
    const { validators } = protocol;
    const epoch = await left();
    await nextAt(protocol, await startOf(epoch));
    await comeFirst();
    await nextAt(protocol, await turnIn(epoch));
    await expect(comeBack())
      .to.be.revertedWithCustomError(validators, "ValidatorRegistry_AdmissionsExhausted")
      .withArgs(epoch, 1n);
    await nextAt(protocol, await turnIn(epoch + 1n));
    await comeBack();
    expect(await validators.seatCount()).to.equal(31n);
  });

  it("counts like any admission, for newcomers as well, until the epoch ends", async () => {
    const { validators } = protocol;
    const epoch = await left();
    await nextAt(protocol, await turnIn(epoch));
    await comeBack();
    await nextAt(protocol, (await startOf(epoch + 1n)) - 1n);
    await expect(comeFirst())
      .to.be.revertedWithCustomError(validators, "ValidatorRegistry_AdmissionsExhausted")
      .withArgs(epoch, 1n);
    await nextAt(protocol, await startOf(epoch + 1n));
    await comeFirst();
    expect(await validators.seatCount()).to.equal(31n);
  });

  it("keeps no newcomer waiting, whatever the second", async () => {
    const { validators } = protocol;
    const next = await startOf((await epochNow()) + 1n);
    await nextAt(protocol, next - 1n);
    await comeFirst();
    expect(await validators.isSeated(protocol.person(NEWCOMER))).to.equal(true);
  });

  it("does not let one account hold the door, even if it leaves at once", async () => {
    const { validators, person } = protocol;
    await comeFirst();
    await validators.connect(person(NEWCOMER)).exit();
    await earn(protocol, person(2).address, firstThreshold(protocol));
    // The first second of the next epoch is the newcomers'.
    await nextAt(protocol, await startOf((await epochNow()) + 1n));
    await expect(comeFirst()).to.be.revertedWithCustomError(validators, "ValidatorRegistry_ReturnsTooSoon");
    await validators.connect(person(2)).enter({ value: bond });
    expect(await validators.isSeated(person(2))).to.equal(true);
  });

  it("has to be earned before anything else", async () => {
    const { validators } = protocol;
    const poor = judgeOf(protocol, 28);
    await validators.connect(poor).exit();
    await expect(validators.connect(poor).enter({ value: bond }))
      .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NotEligible")
      .withArgs(poor.address, 0n, firstThreshold(protocol));
  });

  it("is for the removed as well, once their bar is over", async () => {
    const { validators, timelock } = protocol;
    const governance = validators.connect(await impersonate(protocol, await timelock.getAddress()));
    await governance.remove(judge(), id("why this judge has to go"));
    const until = (await now(protocol)) + BigInt(BAR) * WEEK;
    const epoch = await protocol.pov.epochAt(until);
    await nextAt(protocol, until);
    await expect(comeBack()).to.be.revertedWithCustomError(validators, "ValidatorRegistry_NewcomersFirst");
    await nextAt(protocol, await turnIn(epoch + 1n));
    await comeBack();
    expect(await validators.isSeated(judge())).to.equal(true);
  });

  it("is not what the named need while fewer than 22 sit, and is from 22 on", async () => {
    const { validators } = protocol;
    await thin(protocol, 21);
    await comeBack();
    expect(await validators.seatCount()).to.equal(22n);
    await validators.connect(judge()).exit();
    await validators.connect(judgeOf(protocol, 28)).enter({ value: bond });
    await expect(comeBack()).to.be.revertedWithCustomError(validators, "ValidatorRegistry_ReturnsTooSoon");
  });
});
