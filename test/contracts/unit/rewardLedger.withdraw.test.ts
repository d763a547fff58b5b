import { expect } from "chai";
import { id, ZeroAddress } from "ethers";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh } from "../../support/fixture.ts";
import { register, settled } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";
import { hookToken } from "../../support/tokens.ts";

const AZR = 10n ** 18n;

describe("RewardLedger: withdraw", () => {
  let protocol: Protocol;
  let azr: string;
  beforeEach(async () => {
    protocol = await fresh();
    azr = await protocol.token.getAddress();
  });

  /** Pays 360 AZR to one account. */
  async function paid(account: string, evidence = id("work")) {
    const work = attribution(evenly([accountNode(account)]));
    const contribution = await register(protocol, work, { evidence });
    await settled(protocol, contribution, work, 3);
    return { contribution, attribution: work };
  }

  it("AZ-09: pays the caller's whole credit where the caller says, and keeps what was earned", async () => {
    const { rewards, token, person, ethers } = protocol;
    await paid(person(1).address);
    expect(await rewards.connect(person(1)).withdraw.staticCall(azr, person(7))).to.equal(360n * AZR);
    const transaction = await rewards.connect(person(1)).withdraw(azr, person(7));
    await expect(transaction)
      .to.emit(rewards, "Withdrawn")
      .withArgs(azr, person(1).address, person(7).address, 360n * AZR);
    await expect(transaction).to.changeTokenBalances(
      ethers,
      token,
      [rewards, person(1), person(7)],
      [-360n * AZR, 0n, 360n * AZR],
    );
    expect([...(await rewards.creditOf(azr, person(1)))]).to.deep.equal([0n, 360n * AZR]);
    await paid(person(1).address, id("second"));
    expect([...(await rewards.creditOf(azr, person(1)))]).to.deep.equal([360n * AZR, 720n * AZR]);
  });

  it("AZ-09: pays an account itself for anybody, and nobody else", async () => {
    const { rewards, token, person, ethers } = protocol;
    await paid(person(1).address);
    const transaction = await rewards.connect(person(9)).withdrawFor(azr, person(1));
    await expect(transaction)
      .to.emit(rewards, "Withdrawn")
      .withArgs(azr, person(1).address, person(1).address, 360n * AZR);
    await expect(transaction).to.changeTokenBalances(
      ethers,
      token,
      [rewards, person(1), person(9)],
      [-360n * AZR, 360n * AZR, 0n],
    );
  });

  it("AZ-14: nobody withdraws what belongs to another", async () => {
    const { rewards, person, deployer, attestor, proposer } = protocol;
    await paid(person(1).address);
    for (const caller of [deployer, attestor, proposer, person(0)]) {
      await expect(rewards.connect(caller).withdraw(azr, caller))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_NothingOwed")
        .withArgs(azr, caller.address);
    }
  });

  it("refuses to pay nothing, nobody, or itself", async () => {
    const { rewards, person } = protocol;
    await paid(person(1).address);
    for (const to of [ZeroAddress, await rewards.getAddress()]) {
      await expect(rewards.connect(person(1)).withdraw(azr, to))
        .to.be.revertedWithCustomError(rewards, "RewardLedger_InvalidRecipient")
        .withArgs(to);
    }
    await expect(rewards.withdrawFor(azr, ZeroAddress))
      .to.be.revertedWithCustomError(rewards, "RewardLedger_InvalidRecipient")
      .withArgs(ZeroAddress);
    await rewards.connect(person(1)).withdraw(azr, person(1));
    await expect(rewards.connect(person(1)).withdraw(azr, person(1)))
      .to.be.revertedWithCustomError(rewards, "RewardLedger_NothingOwed")
      .withArgs(azr, person(1).address);
  });

  it("pays several tokens' credits in one batch", async () => {
    const { rewards, token, person } = protocol;
    await paid(person(1).address);
    await paid(person(2).address, id("second"));
    await rewards.multicall(
      [person(1), person(2)].map(({ address }) =>
        rewards.interface.encodeFunctionData("withdrawFor", [azr, address]),
      ),
    );
    expect(await token.balanceOf(person(1))).to.equal(360n * AZR);
    expect(await token.balanceOf(person(2))).to.equal(360n * AZR);
  });

  it("AZ-03: a hostile token that enters again finds its credit gone, and no other token's touched", async () => {
    const { rewards, person, token } = protocol;
    const { token: hostile, puppet } = await hookToken(protocol, person(8));
    const evil = await hostile.getAddress();
    const holder = await puppet.getAddress();
    const work = await paid(holder);
    await rewards.connect(person(8)).reward(evil, work.contribution, 444n, work.attribution);
    await hostile.connect(person(8)).transfer(rewards, 600n);
    expect((await rewards.creditOf(evil, holder)).owed).to.equal(400n);

    await puppet.reactWith(rewards, rewards.interface.encodeFunctionData("withdrawFor", [evil, holder]));
    await rewards.connect(person(9)).withdrawFor(evil, holder);
    expect(await puppet.reacted()).to.equal(true);
    expect(await puppet.succeeded()).to.equal(false);
    expect(await puppet.returned()).to.equal(
      rewards.interface.encodeErrorResult("RewardLedger_NothingOwed", [evil, holder]),
    );
    expect(await hostile.balanceOf(puppet)).to.equal(400n);
    expect(await hostile.balanceOf(rewards)).to.equal(600n);
    expect((await rewards.creditOf(azr, holder)).owed).to.equal(360n * AZR);
    expect(await token.balanceOf(rewards)).to.equal(360n * AZR);
  });

  it("knows nothing of a token that never came", async () => {
    const { rewards, person } = protocol;
    const none = person(30).address;
    expect([...(await rewards.creditOf(none, person(1)))]).to.deep.equal([0n, 0n]);
    await expect(rewards.connect(person(1)).withdraw(none, person(1)))
      .to.be.revertedWithCustomError(rewards, "RewardLedger_NothingOwed")
      .withArgs(none, person(1).address);
  });
});
