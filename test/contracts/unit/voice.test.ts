import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { id, Signature, ZeroAddress } from "ethers";
import { accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh, impersonate, nextAt, now } from "../../support/fixture.ts";
import { register, settled } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";

const AZR = 10n ** 18n;
/** What one work of level 3 brings its only contributor. */
const PAY = 360n * AZR;

const TYPES = {
  Delegation: [
    { name: "delegatee", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "expiry", type: "uint256" },
  ],
};

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

  describe("ERC-5805: delegation", () => {
    it("an account's votes are its own without a transaction", async () => {
      const { voice, person } = protocol;
      expect(await voice.delegates(person(5))).to.equal(person(5).address);
      expect(await voice.delegates(ZeroAddress)).to.equal(ZeroAddress);
      await earn(person(1));
      expect(await votes(person(1))).to.equal(PAY);
    });

    it("delegates all units to another, those to come as well, and takes them back by naming nobody", async () => {
      const { voice, person } = protocol;
      await earn(person(1));
      const given = await voice.connect(person(1)).delegate(person(2));
      await expect(given).to.emit(voice, "DelegateChanged").withArgs(person(1), person(1), person(2));
      await expect(given).to.emit(voice, "DelegateVotesChanged").withArgs(person(1), PAY, 0n);
      await expect(given).to.emit(voice, "DelegateVotesChanged").withArgs(person(2), 0n, PAY);
      await expect(earn(person(1)))
        .to.emit(voice, "DelegateVotesChanged")
        .withArgs(person(2), PAY, 2n * PAY);
      const back = await voice.connect(person(1)).delegate(ZeroAddress);
      await expect(back).to.emit(voice, "DelegateChanged").withArgs(person(1), person(2), person(1));
      expect(await voice.delegates(person(1))).to.equal(person(1).address);
      expect([await votes(person(1)), await votes(person(2))]).to.deep.equal([2n * PAY, 0n]);
      expect(await voice.getVotes(ZeroAddress)).to.equal(0n);
    });

    it("getVotes is the sum of the units of all that delegate to an account", async () => {
      const { voice, person } = protocol;
      await earn(person(1));
      await earn(person(2));
      await voice.connect(person(1)).delegate(person(3));
      await voice.connect(person(2)).delegate(person(3));
      // Delegation is not passed on: votes that came to person 3 stay there.
      await voice.connect(person(3)).delegate(person(4));
      expect([await votes(person(3)), await votes(person(4))]).to.deep.equal([2n * PAY, 0n]);
      await earn(person(3));
      expect(await votes(person(4))).to.equal(PAY);
      expect(await voice.totalUnits()).to.equal(3n * PAY);
    });

    it("naming the same delegate again, or oneself, moves no votes", async () => {
      const { voice, person } = protocol;
      await earn(person(1));
      for (const to of [person(1).address, ZeroAddress]) {
        const transaction = await voice.connect(person(1)).delegate(to);
        await expect(transaction).to.emit(voice, "DelegateChanged").withArgs(person(1), person(1), person(1));
        await expect(transaction).to.not.emit(voice, "DelegateVotesChanged");
      }
      expect(await votes(person(1))).to.equal(PAY);
      // Somebody without units may choose beforehand.
      await voice.connect(person(6)).delegate(person(1));
      await earn(person(6));
      expect(await votes(person(1))).to.equal(2n * PAY);
    });
  });

  describe("ERC-5805: delegateBySig", () => {
    async function signed(signer: HardhatEthersSigner, delegatee: string, nonce: bigint, expiry: bigint) {
      const { voice, ethers } = protocol;
      const domain = {
        name: "Voice",
        version: "1",
        chainId: (await ethers.provider.getNetwork()).chainId,
        verifyingContract: await voice.getAddress(),
      };
      const { v, r, s } = Signature.from(
        await signer.signTypedData(domain, TYPES, { delegatee, nonce, expiry }),
      );
      return [delegatee, nonce, expiry, v, r, s] as const;
    }

    it("delegates for whoever signed, once, and to nobody means back", async () => {
      const { voice, person } = protocol;
      await earn(person(1));
      const expiry = (await now(protocol)) + 100n;
      const first = await signed(person(1), person(2).address, 0n, expiry);
      await expect(voice.connect(person(9)).delegateBySig(...first))
        .to.emit(voice, "DelegateChanged")
        .withArgs(person(1), person(1), person(2));
      expect(await voice.nonces(person(1))).to.equal(1n);
      await expect(voice.delegateBySig(...first))
        .to.be.revertedWithCustomError(voice, "InvalidAccountNonce")
        .withArgs(person(1), 1n);
      await voice.delegateBySig(...(await signed(person(1), ZeroAddress, 1n, expiry)));
      expect(await voice.delegates(person(1))).to.equal(person(1).address);
      expect(await votes(person(1))).to.equal(PAY);
    });

    it("holds until its expiry, and not a second longer", async () => {
      const { voice, person } = protocol;
      const expiry = (await now(protocol)) + 100n;
      const first = await signed(person(1), person(2).address, 0n, expiry);
      await nextAt(protocol, expiry);
      await voice.delegateBySig(...first);
      const late = await signed(person(1), person(3).address, 1n, expiry);
      await expect(voice.delegateBySig(...late))
        .to.be.revertedWithCustomError(voice, "VotesExpiredSignature")
        .withArgs(expiry);
    });

    it("takes the signature of what was signed only: another delegate makes another signer", async () => {
      const { voice, person } = protocol;
      await earn(person(1));
      const expiry = (await now(protocol)) + 100n;
      const [, nonce, , v, r, s] = await signed(person(1), person(2).address, 0n, expiry);
      await voice.delegateBySig(person(3), nonce, expiry, v, r, s);
      expect(await voice.delegates(person(1))).to.equal(person(1).address);
      expect(await votes(person(3))).to.equal(0n);
      await expect(voice.delegateBySig(person(3), nonce, expiry, 0, r, s)).to.be.revertedWithCustomError(
        voice,
        "ECDSAInvalidSignature",
      );
    });
  });

  describe("ERC-6372: the clock, and votes of the past", () => {
    it("counts seconds, and says so", async () => {
      const { voice } = protocol;
      expect(await voice.clock()).to.equal(await now(protocol));
      expect(await voice.CLOCK_MODE()).to.equal("mode=timestamp");
    });

    it("knows votes and their sum as of any second of the past", async () => {
      const { voice, person } = protocol;
      await earn(person(1));
      const first = await now(protocol);
      await earn(person(2));
      const second = await now(protocol);
      await voice.connect(person(2)).delegate(person(1));
      const third = await now(protocol);
      await protocol.connection.networkHelpers.mine();
      const at = async (second: bigint) => [
        await voice.getPastVotes(person(1), second),
        await voice.getPastVotes(person(2), second),
        await voice.getPastTotalSupply(second),
      ];
      expect(await at(first - 1n)).to.deep.equal([0n, 0n, 0n]);
      expect(await at(first)).to.deep.equal([PAY, 0n, PAY]);
      expect(await at(second - 1n)).to.deep.equal([PAY, 0n, PAY]);
      expect(await at(second)).to.deep.equal([PAY, PAY, 2n * PAY]);
      expect(await at(third)).to.deep.equal([2n * PAY, 0n, 2n * PAY]);
    });

    it("knows nothing of the present second, whose votes may still change", async () => {
      const { voice, person } = protocol;
      const present = await now(protocol);
      for (const second of [present, present + 1n, 2n ** 48n]) {
        await expect(voice.getPastVotes(person(1), second))
          .to.be.revertedWithCustomError(voice, "ERC5805FutureLookup")
          .withArgs(second, present);
        await expect(voice.getPastTotalSupply(second))
          .to.be.revertedWithCustomError(voice, "ERC5805FutureLookup")
          .withArgs(second, present);
      }
      expect(await voice.getPastVotes(person(1), present - 1n)).to.equal(0n);
    });
  });
});
