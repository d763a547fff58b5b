import { Rule } from "@azora/sdk";
import { expect } from "chai";
import { id, ZeroAddress, ZeroHash } from "ethers";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh, impersonate, nextAt, now } from "../../support/fixture.ts";
import { expectLeaf, hashOf, subjectOf } from "../../support/leaves.ts";
import { moveTo, register, settled } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended, throughTimelock } from "../../support/timelock.ts";
import { hookToken, oddToken } from "../../support/tokens.ts";

const ETHER = ZeroAddress;
const PURPOSE = id("a purpose");

describe("CitadelFund: grants", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    protocol = await fresh();
  });

  /** The fund as the timelock calls it. */
  async function governed() {
    const { fund, timelock } = protocol;
    return fund.connect(await impersonate(protocol, await timelock.getAddress()));
  }

  /** Brings the fund the tenth of a work of level 10. */
  async function fundAzr(): Promise<bigint> {
    const { token, fund, person } = protocol;
    const work = attribution(evenly([accountNode(person(1))]));
    await settled(protocol, await register(protocol, work), work, 10);
    return token.balanceOf(fund);
  }

  async function fundEther(value: bigint): Promise<void> {
    await protocol.person(9).sendTransaction({ to: protocol.fund, value });
  }

  const epochNow = async () => protocol.pov.epochAt(await now(protocol));
  const epochStart = async (epoch: bigint) =>
    (await protocol.pov.GENESIS_TIME()) + epoch * (await protocol.pov.EPOCH_LENGTH());

  it("grants AZR through the timelock, with its purpose on the ledger", async () => {
    const { fund, token, person, timelock } = protocol;
    const balance = await fundAzr();
    const data = fund.interface.encodeFunctionData("grant", [
      await token.getAddress(),
      person(5).address,
      balance / 100n,
      PURPOSE,
    ]);
    const transaction = await throughTimelock(protocol, fund, data);
    const epoch = await epochNow();
    await expect(transaction).to.emit(fund, "EpochOpened").withArgs(token, epoch, balance);
    await expect(transaction)
      .to.emit(fund, "Granted")
      .withArgs(token, person(5), balance / 100n, epoch, PURPOSE);
    expect(await token.balanceOf(person(5))).to.equal(balance / 100n);
    await expectLeaf(protocol, transaction, {
      kind: "Granted",
      emitter: fund,
      subject: subjectOf(person(5).address),
      actor: timelock,
      dataHash: hashOf(
        ["address", await token.getAddress()],
        ["uint256", balance / 100n],
        ["uint32", epoch],
        ["bytes32", PURPOSE],
      ),
    });
    expect([...(await fund.bookOf(token))]).to.deep.equal([epoch, true, balance, balance / 100n, 0n, 0n]);
  });

  it("has an empty book of a token that it was never asked about", async () => {
    const { fund, person } = protocol;
    expect([...(await fund.bookOf(person(0)))]).to.deep.equal([0n, false, 0n, 0n, 0n, 0n]);
  });

  it("grants ETH and other tokens too, each by its own balance", async () => {
    const { fund, person, ethers } = protocol;
    const { token: coin } = await hookToken(protocol, person(7));
    await coin.connect(person(7)).transfer(fund, 1_000n);
    await fundEther(500n);
    const timelocked = await governed();
    await expect(timelocked.grant(ETHER, person(5), 5n, PURPOSE)).to.changeEtherBalances(
      ethers,
      [fund, person(5)],
      [-5n, 5n],
    );
    await timelocked.grant(coin, person(5), 10n, PURPOSE);
    expect(await coin.balanceOf(person(5))).to.equal(10n);
    expect(await fund.grantLeft(ETHER)).to.equal(0n);
    expect(await fund.grantLeft(coin)).to.equal(0n);
  });

  it("AZ-13: never grants more in an epoch than the cap of the balance at its opening", async () => {
    const { fund, person } = protocol;
    await fundEther(1_000n);
    const timelocked = await governed();
    await expect(timelocked.grant(ETHER, person(5), 11n, PURPOSE))
      .to.be.revertedWithCustomError(fund, "CitadelFund_CapExceeded")
      .withArgs(ETHER, 11n, 10n);
    await timelocked.grant(ETHER, person(5), 6n, PURPOSE);
    expect(await fund.grantLeft(ETHER)).to.equal(4n);
    await expect(timelocked.grant(ETHER, person(5), 5n, PURPOSE))
      .to.be.revertedWithCustomError(fund, "CitadelFund_CapExceeded")
      .withArgs(ETHER, 5n, 4n);
    // What comes in later in the epoch does not raise the cap.
    await fundEther(1_000_000n);
    await timelocked.grant(ETHER, person(5), 4n, PURPOSE);
    expect(await fund.grantLeft(ETHER)).to.equal(0n);
  });

  it("AZ-13: begins anew at the first second of the next epoch, and not one before", async () => {
    const { fund, person } = protocol;
    await fundEther(10_000n);
    const timelocked = await governed();
    await timelocked.grant(ETHER, person(5), 100n, PURPOSE);
    const next = (await epochNow()) + 1n;
    const start = await epochStart(next);
    await nextAt(protocol, start - 1n);
    await expect(timelocked.grant(ETHER, person(5), 1n, PURPOSE))
      .to.be.revertedWithCustomError(fund, "CitadelFund_CapExceeded")
      .withArgs(ETHER, 1n, 0n);
    await nextAt(protocol, start);
    await expect(timelocked.grant(ETHER, person(5), 99n, PURPOSE))
      .to.emit(fund, "EpochOpened")
      .withArgs(ETHER, next, 9_900n);
    expect([...(await fund.bookOf(ETHER))]).to.deep.equal([next, true, 9_900n, 99n, 0n, 0n]);
  });

  it("AZ-13: anybody opens an epoch, once, so that a later inflow does not count", async () => {
    const { fund, person } = protocol;
    await fundEther(1_000n);
    expect(await fund.grantLeft(ETHER)).to.equal(10n);
    const epoch = await epochNow();
    await expect(fund.connect(person(8)).openEpoch(ETHER))
      .to.emit(fund, "EpochOpened")
      .withArgs(ETHER, epoch, 1_000n);
    await expect(fund.openEpoch(ETHER))
      .to.be.revertedWithCustomError(fund, "CitadelFund_AlreadyOpen")
      .withArgs(ETHER, epoch);
    await fundEther(99_000n);
    expect(await fund.grantLeft(ETHER)).to.equal(10n);
    await moveTo(protocol, await epochStart(epoch + 1n));
    expect((await fund.bookOf(ETHER)).isOpen).to.equal(false);
    expect(await fund.grantLeft(ETHER)).to.equal(1_000n);
  });

  it("AZ-13: follows the cap of the present rules, and grants nothing at zero", async () => {
    const { fund, person } = protocol;
    await fundEther(1_000n);
    const timelocked = await governed();
    await amended(protocol, Rule.CitadelCap, 20_000);
    await timelocked.grant(ETHER, person(5), 20n, PURPOSE);
    await amended(protocol, Rule.CitadelCap, 10_000);
    expect(await fund.grantLeft(ETHER)).to.equal(0n);
    await amended(protocol, Rule.CitadelCap, 0);
    await expect(timelocked.grant(ETHER, person(5), 1n, PURPOSE))
      .to.be.revertedWithCustomError(fund, "CitadelFund_CapExceeded")
      .withArgs(ETHER, 1n, 0n);
  });

  it("AZ-14: grants for the timelock alone", async () => {
    const { fund, person, deployer, proposer, attestor, judges } = protocol;
    await fundEther(1_000n);
    for (const caller of [person(0), deployer, proposer, attestor, judges[0] ?? person(1)]) {
      await expect(fund.connect(caller).grant(ETHER, caller, 1n, PURPOSE))
        .to.be.revertedWithCustomError(fund, "CitadelFund_NotTimelock")
        .withArgs(caller.address);
    }
  });

  it("wants a purpose, an amount, and a recipient that is none of the protocol's own", async () => {
    const { fund, person, genesis, rewards, registry, voice } = protocol;
    await fundEther(1_000n);
    const timelocked = await governed();
    await expect(timelocked.grant(ETHER, person(5), 1n, ZeroHash)).to.be.revertedWithCustomError(
      fund,
      "CitadelFund_MissingPurpose",
    );
    await expect(timelocked.grant(ETHER, person(5), 0n, PURPOSE)).to.be.revertedWithCustomError(
      fund,
      "CitadelFund_NothingGranted",
    );
    for (const to of [ZeroAddress, fund, genesis, rewards, registry, voice, protocol.timelock]) {
      await expect(timelocked.grant(ETHER, to, 1n, PURPOSE))
        .to.be.revertedWithCustomError(fund, "CitadelFund_InvalidRecipient")
        .withArgs(to);
    }
  });

  it("refuses what is no token", async () => {
    const { fund, person } = protocol;
    const nobody = person(8).address;
    const timelocked = await governed();
    for (const call of [
      () => timelocked.grant(nobody, person(5), 1n, PURPOSE),
      () => fund.openEpoch(nobody),
      () => fund.grantLeft(nobody),
    ]) {
      await expect(call()).to.be.revertedWithCustomError(fund, "CitadelFund_NotToken").withArgs(nobody);
    }
  });

  it("fails alone when its recipient refuses ETH", async () => {
    const { fund, ethers } = protocol;
    await fundEther(1_000n);
    const puppet = await (await ethers.getContractFactory("Puppet")).deploy();
    await puppet.refuse();
    const timelocked = await governed();
    await expect(timelocked.grant(ETHER, puppet, 7n, PURPOSE))
      .to.be.revertedWithCustomError(fund, "CitadelFund_EtherRefused")
      .withArgs(puppet, 7n);
    expect(await fund.grantLeft(ETHER)).to.equal(10n);
  });

  it("AZ-13: a recipient or a token that calls back finds its grant booked", async () => {
    const { fund, person, ethers } = protocol;
    await fundEther(1_000n);
    const receiver = await (await ethers.getContractFactory("Puppet")).deploy();
    await receiver.reactWith(fund, fund.interface.encodeFunctionData("openEpoch", [ETHER]));
    const timelocked = await governed();
    await timelocked.grant(ETHER, receiver, 10n, PURPOSE);
    expect(await receiver.reacted()).to.equal(true);
    expect(await receiver.succeeded()).to.equal(false);
    const { token: coin, puppet } = await hookToken(protocol, person(7));
    await coin.connect(person(7)).transfer(fund, 1_000n);
    await puppet.reactWith(fund, fund.interface.encodeFunctionData("openEpoch", [await coin.getAddress()]));
    await timelocked.grant(coin, person(5), 10n, PURPOSE);
    expect(await puppet.succeeded()).to.equal(false);
    expect(await fund.grantLeft(coin)).to.equal(0n);
  });

  it("AZ-13: a token that lies about the fund's balance can only promise more of itself", async () => {
    const { fund, token, person } = protocol;
    const balance = await fundAzr();
    const coin = await oddToken(protocol, "Lies", person(7));
    await coin.lie(fund, 2n ** 256n - 1n);
    const most = 2n ** 224n - 1n;
    await expect(fund.openEpoch(coin))
      .to.emit(fund, "EpochOpened")
      .withArgs(coin, await epochNow(), most);
    expect(await fund.grantLeft(coin)).to.equal(most / 100n);
    expect(await fund.grantLeft(token)).to.equal(balance / 100n);
  });

  it("takes ETH from anybody, and says from whom", async () => {
    const { fund, person } = protocol;
    await expect(person(9).sendTransaction({ to: fund, value: 7n }))
      .to.emit(fund, "Received")
      .withArgs(person(9), 7n);
    expect(await protocol.ethers.provider.getBalance(fund)).to.equal(7n);
  });
});
