import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { id } from "ethers";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh, impersonate } from "../../support/fixture.ts";
import { register, settled } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";

const AZR = 10n ** 18n;
/** What one work of level 3 brings its only contributor. */
const PAY = 360n * AZR;

describe("Voice", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    protocol = await fresh();
  });

  let works = 0;
  /** Pays an account for one work, without a withdrawal. */
  async function paid(account: HardhatEthersSigner): Promise<void> {
    const work = attribution(evenly([accountNode(account)]));
    works += 1;
    await settled(protocol, await register(protocol, work, { evidence: id(`work ${works}`) }), work, 3);
  }

  async function earn(account: HardhatEthersSigner) {
    await paid(account);
    return protocol.rewards.connect(account).withdraw(protocol.token, account);
  }

  const votes = (account: HardhatEthersSigner) => protocol.voice.getVotes(account);

  describe("units", () => {
    it("AZ-10: an account has what it had earned at its last withdrawal of AZR", async () => {
      const { voice, rewards, token, person } = protocol;
      await paid(person(1));
      expect(await voice.unitsOf(person(1))).to.equal(0n);
      const transaction = await rewards.connect(person(9)).withdrawFor(token, person(1));
      await expect(transaction).to.emit(voice, "UnitsRaised").withArgs(person(1), PAY);
      await expect(transaction).to.emit(voice, "DelegateVotesChanged").withArgs(person(1), 0n, PAY);
      await expect(transaction).to.not.emit(voice, "DelegateChanged");
      expect(await voice.unitsOf(person(1))).to.equal(PAY);
      await paid(person(1));
      expect(await voice.unitsOf(person(1))).to.equal(PAY);
      // Where it goes does not matter: who earned it has the voice.
      await rewards.connect(person(1)).withdraw(token, person(2));
      expect(await voice.unitsOf(person(1))).to.equal(2n * PAY);
      expect(await voice.unitsOf(person(2))).to.equal(0n);
      expect(await voice.totalUnits()).to.equal(2n * PAY);
    });

    it("AZ-10: a transfer of AZR moves none, and there is no way to move or lower one", async () => {
      const { voice, token, person } = protocol;
      await earn(person(1));
      await token.connect(person(1)).transfer(person(2), PAY);
      expect([await votes(person(1)), await votes(person(2))]).to.deep.equal([PAY, 0n]);
      const names = voice.interface.fragments
        .filter((each) => each.type === "function")
        .map((each) => ("name" in each ? each.name : ""));
      expect(names).to.include.members(["delegate", "getVotes"]);
      for (const name of ["transfer", "transferFrom", "approve", "burn", "mint"])
        expect(names).to.not.include(name);
    });

    it("AZ-10, AZ-14: only the reward ledger raises them, and it cannot lower them or be refused", async () => {
      const { voice, rewards, person, timelock, deployer } = protocol;
      const caller = await impersonate(protocol, await rewards.getAddress());
      for (const other of [person(1), deployer, await impersonate(protocol, await timelock.getAddress())]) {
        await expect(voice.connect(other).sync(person(1), 1n))
          .to.be.revertedWithCustomError(voice, "Voice_NotRewardLedger")
          .withArgs(other.address);
      }
      await voice.connect(caller).sync(person(1), 5n);
      for (const earned of [5n, 4n, 0n]) {
        await expect(voice.connect(caller).sync(person(1), earned)).to.not.emit(voice, "UnitsRaised");
      }
      expect(await voice.unitsOf(person(1))).to.equal(5n);
      await voice.connect(caller).sync(person(2), 0n);
      expect(await voice.totalUnits()).to.equal(5n);
    });

    it("a withdrawal of another token, or of nothing newly minted, leaves them", async () => {
      const { voice, rewards, token, person } = protocol;
      await earn(person(1));
      const work = attribution(evenly([accountNode(person(2))]));
      const contribution = await register(protocol, work, { evidence: id("rewarded") });
      await settled(protocol, contribution, work, 1);
      await rewards.withdrawFor(token, person(2));
      const units = await voice.unitsOf(person(2));
      await token.connect(person(1)).approve(rewards, 100n);
      await rewards.connect(person(1)).reward(token, contribution, 100n, work);
      await expect(rewards.withdrawFor(token, person(2))).to.not.emit(voice, "UnitsRaised");
      expect(await voice.unitsOf(person(2))).to.equal(units);
    });
  });
});
