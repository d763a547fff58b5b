import { Rule } from "@azora/sdk";
import { expect } from "chai";
import { id, ZeroAddress } from "ethers";
import { fresh, impersonate, nextAt, now } from "../../support/fixture.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended } from "../../support/timelock.ts";

const ETHER = ZeroAddress;
const WORK = id("a work");

describe("CitadelFund: fees of flags", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    protocol = await fresh();
  });

  const fundEther = (value: bigint) => protocol.person(9).sendTransaction({ to: protocol.fund, value });
  const epochNow = async () => protocol.pov.epochAt(await now(protocol));
  /** The fund as a contract of the protocol calls it. */
  const as = async (contract: "disputes" | "timelock") =>
    protocol.fund.connect(await impersonate(protocol, await protocol[contract].getAddress()));
  const bookOf = async () => {
    const { opening, granted, fees } = await protocol.fund.bookOf(ETHER);
    return [opening, granted, fees];
  };

  it("pays Disputes what a fee comes to, and says so", async () => {
    const { fund, ethers } = protocol;
    await fundEther(1_000n);
    const disputed = await as("disputes");
    const transaction = await disputed.payFee(WORK, 7n);
    await expect(transaction).to.changeEtherBalance(ethers, fund, -7n);
    const epoch = await epochNow();
    await expect(transaction).to.emit(fund, "EpochOpened").withArgs(ETHER, epoch, 1_000n);
    await expect(transaction).to.emit(fund, "FeePaid").withArgs(WORK, 7n, epoch);
    expect(await bookOf()).to.deep.equal([1_000n, 0n, 7n]);
    expect(await fund.grantLeft(ETHER)).to.equal(3n);
  });

  it("AZ-13: pays less where the cap leaves less, and nothing where it leaves nothing", async () => {
    const { fund } = protocol;
    await fundEther(1_000n);
    const disputed = await as("disputes");
    await disputed.payFee(WORK, 7n);
    expect(await disputed.payFee.staticCall(WORK, 7n)).to.equal(3n);
    await expect(disputed.payFee(WORK, 7n))
      .to.emit(fund, "FeePaid")
      .withArgs(WORK, 3n, await epochNow());
    expect(await disputed.payFee.staticCall(WORK, 7n)).to.equal(0n);
    const nothing = await disputed.payFee(WORK, 7n);
    await expect(nothing).to.not.emit(fund, "FeePaid");
    expect(await bookOf()).to.deep.equal([1_000n, 0n, 10n]);
  });

  it("AZ-13: grants and fees share one cap, whichever comes first", async () => {
    const { fund, person } = protocol;
    await fundEther(1_000n);
    const [disputed, timelocked] = [await as("disputes"), await as("timelock")];
    await timelocked.grant(ETHER, person(5), 6n, id("a purpose"));
    expect(await disputed.payFee.staticCall(WORK, 7n)).to.equal(4n);
    await disputed.payFee(WORK, 1n);
    await expect(timelocked.grant(ETHER, person(5), 4n, id("a purpose")))
      .to.be.revertedWithCustomError(fund, "CitadelFund_CapExceeded")
      .withArgs(ETHER, 4n, 3n);
    await timelocked.grant(ETHER, person(5), 3n, id("a purpose"));
    expect(await bookOf()).to.deep.equal([1_000n, 9n, 1n]);
    expect(await fund.grantLeft(ETHER)).to.equal(0n);
  });

  it("AZ-13: has a new cap from the first second of the next epoch on", async () => {
    const { pov, connection } = protocol;
    await fundEther(1_000n);
    const disputed = await as("disputes");
    await disputed.payFee(WORK, 10n);
    const next = (await epochNow()) + 1n;
    const start = (await pov.GENESIS_TIME()) + next * (await pov.EPOCH_LENGTH());
    const snapshot = await connection.networkHelpers.takeSnapshot();
    await nextAt(protocol, start - 1n);
    await expect(disputed.payFee(WORK, 9n)).to.not.emit(protocol.fund, "FeePaid");
    await snapshot.restore();
    await nextAt(protocol, start);
    await expect(disputed.payFee(WORK, 9n)).to.emit(protocol.fund, "FeePaid").withArgs(WORK, 9n, next);
    expect(await bookOf()).to.deep.equal([990n, 0n, 9n]);
  });

  it("AZ-13: pays nothing more once the cap was lowered below what is spent", async () => {
    const { fund } = protocol;
    await fundEther(1_000n);
    await amended(protocol, Rule.CitadelCap, 20_000);
    const disputed = await as("disputes");
    await disputed.payFee(WORK, 15n);
    const constitution = protocol.constitution.connect(
      await impersonate(protocol, await protocol.timelock.getAddress()),
    );
    await constitution.amend(Rule.CitadelCap, 10_000, id("less"));
    expect(await fund.grantLeft(ETHER)).to.equal(0n);
    expect(await disputed.payFee.staticCall(WORK, 7n)).to.equal(0n);
  });

  it("opens the epoch also where there is nothing to pay with", async () => {
    const { fund } = protocol;
    await expect((await as("disputes")).payFee(WORK, 7n))
      .to.emit(fund, "EpochOpened")
      .withArgs(ETHER, await epochNow(), 0n);
  });

  it("AZ-14: pays nobody but Disputes", async () => {
    const { fund, person, deployer } = protocol;
    await fundEther(1_000n);
    for (const caller of [person(5), deployer]) {
      await expect(fund.connect(caller).payFee(WORK, 1n))
        .to.be.revertedWithCustomError(fund, "CitadelFund_NotDisputes")
        .withArgs(caller.address);
    }
    await expect((await as("timelock")).payFee(WORK, 1n)).to.be.revertedWithCustomError(
      fund,
      "CitadelFund_NotDisputes",
    );
  });
});
