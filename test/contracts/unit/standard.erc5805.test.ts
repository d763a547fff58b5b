import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { expect } from "chai";
import { MaxUint256, parseEther, Signature, type TypedDataDomain, ZeroAddress } from "ethers";
import { fresh, nextAt, now } from "../../support/fixture.ts";
import { giveVoice } from "../../support/governance.ts";
import { type Random, randomOf } from "../../support/lockstep/random.ts";
import type { Protocol } from "../../support/protocol.ts";
import { domainOf } from "../../support/typed.ts";

const TYPES = {
  Delegation: [
    { name: "delegatee", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "expiry", type: "uint256" },
  ],
};
/** What an account earned, in AZR and in units. */
const EARNED = 360;
const UNITS = parseEther(`${EARNED}`);
/** So many accounts delegate to each other so many times, with these seeds. */
const ACCOUNTS = 5;
const ACTS = 40;
const SEEDS = [1, 2, 3];

/** Voice against the text of ERC-5805. Each test names the part of the text that it is about. */
describe("ERC-5805: Voice", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    protocol = await fresh();
  });

  const person = (index: number) => protocol.person(index);
  const give = (index: number, azr = EARNED) => giveVoice(protocol, person(index).address, azr);
  const votes = (index: number) => protocol.voice.getVotes(person(index));
  const delegate = (from: number, to: string) => protocol.voice.connect(person(from)).delegate(to);

  describe("delegates, delegate", () => {
    it("an account's votes are its own until it says otherwise, and nobody's are the zero address's", async () => {
      const { voice } = protocol;
      expect(await voice.delegates(person(5))).to.equal(person(5).address);
      expect(await voice.delegates(ZeroAddress)).to.equal(ZeroAddress);
      await give(1);
      expect(await votes(1)).to.equal(UNITS);
    });

    it("changes the caller's delegate, for units that come later as well", async () => {
      const { voice } = protocol;
      await give(1);
      await delegate(1, person(2).address);
      expect(await voice.delegates(person(1))).to.equal(person(2).address);
      await give(1, 2 * EARNED);
      expect([await votes(1), await votes(2)]).to.deep.equal([0n, 2n * UNITS]);
    });

    it("gives nobody's votes away: to nobody means back to oneself", async () => {
      const { voice } = protocol;
      await give(1);
      await delegate(1, person(2).address);
      await expect(delegate(1, ZeroAddress))
        .to.emit(voice, "DelegateChanged")
        .withArgs(person(1), person(2), person(1));
      expect(await voice.delegates(person(1))).to.equal(person(1).address);
      expect([await votes(1), await votes(2)]).to.deep.equal([UNITS, 0n]);
    });

    it("can be chosen by somebody without units, beforehand", async () => {
      await delegate(6, person(1).address);
      await give(6);
      expect([await votes(6), await votes(1)]).to.deep.equal([0n, UNITS]);
    });
  });

  describe("DelegateChanged, DelegateVotesChanged", () => {
    it("tells of every change of a delegate, and of what it does to both delegates' votes", async () => {
      const { voice } = protocol;
      await give(1);
      await give(2);
      const given = await delegate(1, person(2).address);
      await expect(given).to.emit(voice, "DelegateChanged").withArgs(person(1), person(1), person(2));
      await expect(given).to.emit(voice, "DelegateVotesChanged").withArgs(person(1), UNITS, 0n);
      await expect(given)
        .to.emit(voice, "DelegateVotesChanged")
        .withArgs(person(2), UNITS, 2n * UNITS);
    });

    it("tells of units that are added to a delegate's votes", async () => {
      const { voice } = protocol;
      await delegate(1, person(2).address);
      const before = await protocol.ethers.provider.getBlockNumber();
      await give(1);
      const [told] = await voice.queryFilter(voice.filters.DelegateVotesChanged(), before + 1);
      expect([told?.args.delegate, told?.args.previousVotes, told?.args.newVotes]).to.deep.equal([
        person(2).address,
        0n,
        UNITS,
      ]);
    });

    it("tells of no votes where none moved: the same delegate again, or nothing to give", async () => {
      const { voice } = protocol;
      await give(1);
      for (const to of [person(1).address, ZeroAddress]) {
        const transaction = await delegate(1, to);
        await expect(transaction).to.emit(voice, "DelegateChanged").withArgs(person(1), person(1), person(1));
        await expect(transaction).to.not.emit(voice, "DelegateVotesChanged");
      }
      await expect(delegate(7, person(1).address)).to.not.emit(voice, "DelegateVotesChanged");
      expect(await votes(1)).to.equal(UNITS);
    });
  });

  describe("getVotes, getPastVotes, getPastTotalSupply", () => {
    it("are the units of all that delegate to an account, and are not passed on", async () => {
      for (const index of [1, 2]) {
        await give(index);
        await delegate(index, person(3).address);
      }
      await delegate(3, person(4).address);
      expect([await votes(3), await votes(4)]).to.deep.equal([2n * UNITS, 0n]);
      await give(3);
      expect([await votes(3), await votes(4)]).to.deep.equal([2n * UNITS, UNITS]);
      expect(await protocol.voice.totalUnits()).to.equal(3n * UNITS);
    });

    it("are known as of any second of the past", async () => {
      const { voice } = protocol;
      await give(1);
      const first = await now(protocol);
      await give(2);
      const second = await now(protocol);
      await delegate(2, person(1).address);
      const third = await now(protocol);
      await protocol.connection.networkHelpers.mine();
      const at = async (timepoint: bigint) => [
        await voice.getPastVotes(person(1), timepoint),
        await voice.getPastVotes(person(2), timepoint),
        await voice.getPastTotalSupply(timepoint),
      ];
      expect(await at(0n)).to.deep.equal([0n, 0n, 0n]);
      expect(await at(first - 1n)).to.deep.equal([0n, 0n, 0n]);
      expect(await at(first)).to.deep.equal([UNITS, 0n, UNITS]);
      expect(await at(second - 1n)).to.deep.equal([UNITS, 0n, UNITS]);
      expect(await at(second)).to.deep.equal([UNITS, UNITS, 2n * UNITS]);
      expect(await at(third)).to.deep.equal([2n * UNITS, 0n, 2n * UNITS]);
    });

    it("are refused for the present second, whose votes may still change, and for those to come", async () => {
      const { voice } = protocol;
      const present = await now(protocol);
      for (const timepoint of [present, present + 1n, 2n ** 48n, MaxUint256]) {
        await expect(voice.getPastVotes(person(1), timepoint))
          .to.be.revertedWithCustomError(voice, "ERC5805FutureLookup")
          .withArgs(timepoint, present);
        await expect(voice.getPastTotalSupply(timepoint))
          .to.be.revertedWithCustomError(voice, "ERC5805FutureLookup")
          .withArgs(timepoint, present);
      }
      expect(await voice.getPastVotes(person(1), present - 1n)).to.equal(0n);
    });

    it("keep several changes of one second as its last", async () => {
      const { voice, connection } = protocol;
      await give(1);
      const { provider } = connection;
      const start = await protocol.ethers.provider.getBlockNumber();
      await provider.request({ method: "evm_setAutomine", params: [false] });
      try {
        for (const to of [2, 3, 4]) await delegate(1, person(to).address);
        await connection.networkHelpers.mine();
      } finally {
        await provider.request({ method: "evm_setAutomine", params: [true] });
      }
      const changes = await voice.queryFilter(voice.filters.DelegateChanged(), start + 1);
      expect(changes.map(({ blockNumber }) => blockNumber)).to.deep.equal([start + 1, start + 1, start + 1]);
      const at = await now(protocol);
      await connection.networkHelpers.mine();
      const past = (index: number) => voice.getPastVotes(person(index), at);
      expect([await past(2), await past(3), await past(4)]).to.deep.equal([0n, 0n, UNITS]);
    });

    for (const seed of SEEDS) {
      it(`are, after any acts (${seed}), the sum of what was delegated, once and for all`, async () => {
        const random = randomOf(seed, 0);
        const books = Array.from({ length: ACCOUNTS }, (_, index) => ({ azr: 0, chosen: index }));
        const history: { at: bigint; sums: bigint[] }[] = [];
        for (let act = 0; act < ACTS; act += 1) {
          await actAtRandom(random, books);
          const sums = books.map((_, account) => sumOf(books.filter(({ chosen }) => chosen === account)));
          expect(await Promise.all(sums.map((_, account) => votes(account)))).to.deep.equal(sums);
          history.push({ at: await now(protocol), sums });
        }
        await protocol.connection.networkHelpers.mine();
        for (const { at, sums } of history) await expectPast(at, sums);
      });
    }
  });

  interface Book {
    azr: number;
    chosen: number;
  }

  const sumOf = (books: readonly Book[]) => books.reduce((sum, { azr }) => sum + parseEther(`${azr}`), 0n);

  /** Somebody earns something, or chooses a delegate: that never adds to the votes of the old one, nor takes from the new. */
  async function actAtRandom(random: Random, books: readonly Book[]): Promise<void> {
    const who = random.below(ACCOUNTS);
    const book = books[who];
    if (book === undefined) throw new RangeError(`There is no book ${who}.`);
    if (random.chance(0.5)) {
      book.azr += random.below(100);
      return give(who, book.azr);
    }
    const [from, to] = [book.chosen, random.below(ACCOUNTS)];
    const before = { from: await votes(from), to: await votes(to) };
    await delegate(who, person(to).address);
    book.chosen = to;
    expect(await votes(from)).to.be.at.most(before.from);
    expect(await votes(to)).to.be.at.least(before.to);
  }

  async function expectPast(at: bigint, sums: readonly bigint[]): Promise<void> {
    const { voice } = protocol;
    const past = sums.map(async (_, account) => voice.getPastVotes(person(account), at));
    expect(await Promise.all(past)).to.deep.equal(sums);
    expect(await voice.getPastTotalSupply(at)).to.equal(sums.reduce((sum, each) => sum + each, 0n));
    expect([await voice.getVotes(ZeroAddress), await voice.getPastVotes(ZeroAddress, at)]).to.deep.equal([
      0n,
      0n,
    ]);
  }

  describe("delegateBySig, nonces", () => {
    interface Terms {
      readonly signer?: HardhatEthersSigner;
      readonly delegatee?: string;
      readonly nonce?: bigint;
      readonly expiry?: bigint;
      readonly domain?: TypedDataDomain;
    }

    async function sign(terms: Terms = {}) {
      const { signer = person(1), delegatee = person(2).address, nonce = 0n, expiry = MaxUint256 } = terms;
      const { domain = await domainOf(protocol, "voice") } = terms;
      const { v, r, s } = Signature.from(
        await signer.signTypedData(domain, TYPES, { delegatee, nonce, expiry }),
      );
      return [delegatee, nonce, expiry, v, r, s] as const;
    }

    it("changes the delegate of whoever signed, whoever sends it, and raises the signer's nonce by one", async () => {
      const { voice } = protocol;
      await give(1);
      await expect(voice.connect(person(9)).delegateBySig(...(await sign())))
        .to.emit(voice, "DelegateChanged")
        .withArgs(person(1), person(1), person(2));
      expect([await voice.nonces(person(1)), await voice.nonces(person(9))]).to.deep.equal([1n, 0n]);
      expect(await votes(2)).to.equal(UNITS);
      await voice.delegateBySig(...(await sign({ delegatee: ZeroAddress, nonce: 1n })));
      expect(await voice.delegates(person(1))).to.equal(person(1).address);
    });

    it("takes the present nonce only: none ahead, and none twice", async () => {
      const { voice } = protocol;
      await expect(voice.delegateBySig(...(await sign({ nonce: 1n }))))
        .to.be.revertedWithCustomError(voice, "InvalidAccountNonce")
        .withArgs(person(1), 0n);
      const first = await sign();
      await voice.delegateBySig(...first);
      await expect(voice.delegateBySig(...first))
        .to.be.revertedWithCustomError(voice, "InvalidAccountNonce")
        .withArgs(person(1), 1n);
    });

    it("holds in the second of its expiry, and not after it", async () => {
      const { voice } = protocol;
      const expiry = (await now(protocol)) + 100n;
      await nextAt(protocol, expiry);
      await voice.delegateBySig(...(await sign({ expiry })));
      await nextAt(protocol, expiry + 1n);
      await expect(voice.delegateBySig(...(await sign({ nonce: 1n, expiry }))))
        .to.be.revertedWithCustomError(voice, "VotesExpiredSignature")
        .withArgs(expiry);
    });

    it("moves nothing of the signer by other terms, or under another domain: somebody else seems to have signed", async () => {
      const { voice } = protocol;
      await give(1);
      const domain = await domainOf(protocol, "voice");
      const [, nonce, expiry, v, r, s] = await sign();
      await voice.delegateBySig(person(3), nonce, expiry, v, r, s);
      const { chainId } = domain;
      await voice.delegateBySig(...(await sign({ domain: { ...domain, chainId: chainId + 1n } })));
      await voice.delegateBySig(...(await sign({ domain: await domainOf(protocol, "governor") })));
      expect(await voice.delegates(person(1))).to.equal(person(1).address);
      expect([await votes(1), await votes(2), await votes(3)]).to.deep.equal([UNITS, 0n, 0n]);
      expect(await voice.nonces(person(1))).to.equal(0n);
    });

    it("takes no signature that is none", async () => {
      const { voice } = protocol;
      const [delegatee, nonce, expiry, , r, s] = await sign();
      await expect(voice.delegateBySig(delegatee, nonce, expiry, 0, r, s)).to.be.revertedWithCustomError(
        voice,
        "ECDSAInvalidSignature",
      );
      expect(await voice.delegates(ZeroAddress)).to.equal(ZeroAddress);
    });
  });
});
