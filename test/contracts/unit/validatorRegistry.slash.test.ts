import { constants, Fault, Rule } from "@azora/sdk";
import { expect } from "chai";
import { type AddressLike, resolveAddress, type Signer, ZeroAddress, ZeroHash } from "ethers";
import { accountNode } from "../../support/attribution.ts";
import { fresh, impersonate, now, seatedUnhurried } from "../../support/fixture.ts";
import { expectLeaf, hashOf, subjectOf } from "../../support/leaves.ts";
import type { Protocol } from "../../support/protocol.ts";
import { amended } from "../../support/timelock.ts";

const WORK = `0x01${"7".repeat(62)}`;
const MILLION = 1_000_000n;

describe("ValidatorRegistry: slashes", () => {
  let protocol: Protocol;
  let bond: bigint;
  let armedAt: bigint;
  beforeEach(async () => {
    protocol = await fresh(seatedUnhurried);
    bond = BigInt(protocol.parameters.rules.SeatBond.value) * 10n ** 9n;
    armedAt = BigInt(await protocol.ethers.provider.getBlockNumber());
  });

  const judge = (index: number) => {
    const found = protocol.judges[index];
    if (found === undefined) throw new RangeError(`There is no judge ${index}.`);
    return found;
  };
  const pov = async () => impersonate(protocol, await protocol.pov.getAddress());

  interface Terms {
    account?: AddressLike;
    round?: number;
    armed?: bigint;
    fault?: number;
    ppm?: bigint;
    rewardPpm?: bigint;
    prover?: AddressLike;
    challenger?: AddressLike;
    refund?: bigint;
  }

  async function termsOf({ armed = armedAt, ppm = 20_000n, rewardPpm = 500_000n, ...rest }: Terms = {}) {
    return {
      account: await resolveAddress(rest.account ?? judge(0)),
      contribution: WORK,
      round: rest.round ?? 1,
      armedAt: armed,
      fault: rest.fault ?? Fault.NoCommit,
      ppm,
      rewardPpm,
      prover: await resolveAddress(rest.prover ?? protocol.person(1)),
      challenger: await resolveAddress(rest.challenger ?? ZeroAddress),
      refund: rest.refund ?? 0n,
    };
  }

  const slash = async (terms?: Terms) => protocol.validators.connect(await pov()).slash(await termsOf(terms));
  const owed = async (account: AddressLike) => protocol.validators.etherOwed(account);
  /** Whom a slash credits, and with how much. */
  const creditsOf = async (terms: Terms) => {
    const receipt = await (await slash(terms)).wait();
    return (receipt?.logs ?? [])
      .map((log) => protocol.validators.interface.parseLog(log))
      .flatMap((log) => (log?.name === "EtherCredited" ? [[log.args.account, log.args.amount]] : []));
  };
  const stints = async (account: AddressLike) =>
    (await protocol.validators.stintsOf(account)).map(({ bond: left, deposited }) => ({ left, deposited }));

  it("takes the part of the deposited bond, half for the prover and half for the commons", async () => {
    const { validators, person, fund } = protocol;
    const amount = (bond * 20_000n) / MILLION;
    const transaction = await slash({ fault: Fault.Leak });
    await expect(transaction)
      .to.emit(validators, "Slashed")
      .withArgs(judge(0).address, WORK, 1, Fault.Leak, amount, amount / 2n, person(1).address, 0);
    await expect(transaction)
      .to.emit(validators, "EtherCredited")
      .withArgs(person(1).address, amount / 2n)
      .and.to.emit(validators, "EtherCredited")
      .withArgs(await fund.getAddress(), amount / 2n);
    await expectLeaf(protocol, transaction, {
      kind: "Slashed",
      emitter: validators,
      subject: subjectOf(judge(0).address),
      actor: person(1),
      dataHash: hashOf(
        ["bytes32", WORK],
        ["uint16", 1],
        ["uint8", Fault.Leak],
        ["uint256", amount],
        ["uint256", amount / 2n],
      ),
    });
    expect(await validators.bondOf(judge(0))).to.equal(bond - amount);
    expect(await validators.isSlashed(judge(0), WORK, 1)).to.equal(true);
    expect(await validators.isSlashed(judge(0), WORK, 2)).to.equal(false);
    expect(await validators.isSeated(judge(0))).to.equal(true);
  });

  it("tells ProofOfValue what was taken and what of the fee went back", async () => {
    const caller = protocol.validators.connect(await pov());
    const amount = (bond * 300_000n) / MILLION;
    const outlier = { ppm: 300_000n, rewardPpm: 100_000n, challenger: protocol.person(2) };
    const small = await caller.slash.staticCall(await termsOf({ ...outlier, refund: 5n }));
    expect([...small]).to.deep.equal([amount, 5n]);
    // A tenth for the prover and half for the challenger leave four tenths.
    const large = await caller.slash.staticCall(await termsOf({ ...outlier, refund: bond }));
    expect([...large]).to.deep.equal([amount, amount - amount / 10n - amount / 2n]);
    const none = await caller.slash.staticCall(await termsOf({ ppm: 300_000n, refund: bond }));
    expect([...none]).to.deep.equal([amount, 0n]);
  });

  it("AZ-07: shares every wei between prover, challenger and commons", async () => {
    const { person, fund, validators, ethers } = protocol;
    for (const [round, ppm] of [1n, 3n, 7n, 333_333n, 20_001n].entries()) {
      const before = await Promise.all([person(1), person(2), fund].map(owed));
      const [left] = await stints(judge(1));
      const fee = 10n ** 15n;
      await slash({
        account: judge(1),
        round,
        ppm,
        rewardPpm: 333_333n,
        challenger: person(2),
        refund: fee,
      });
      const after = await Promise.all([person(1), person(2), fund].map(owed));
      const [prover = 0n, challenger = 0n, commons = 0n] = after.map(
        (amount, i) => amount - (before[i] ?? 0n),
      );
      const amount = (bond * ppm) / MILLION;
      const reward = (amount * 333_333n) / MILLION;
      const rest = amount - reward - amount / 2n;
      const refund = rest < fee ? rest : fee;
      expect([prover, challenger, commons]).to.deep.equal([reward, amount / 2n + refund, rest - refund]);
      expect(await validators.bondOf(judge(1))).to.equal((left?.left ?? 0n) - amount);
    }
    const bonds = 30n * bond - (bond - (await validators.bondOf(judge(1))));
    const credits = await Promise.all([person(1), person(2), fund].map(owed));
    const total = bonds + credits.reduce((sum, amount) => sum + amount, 0n);
    expect(await ethers.provider.getBalance(validators)).to.equal(total);
  });

  it("credits nobody with nothing", async () => {
    const { person, fund } = protocol;
    const amount = (bond * 20_000n) / MILLION;
    expect(await creditsOf({ rewardPpm: 0n })).to.deep.equal([[await fund.getAddress(), amount]]);
    expect(await owed(person(1))).to.equal(0n);
    // Half and half leave nothing for the commons, and nothing to refund the fee from.
    expect(await creditsOf({ round: 2, challenger: person(2), refund: 1n })).to.deep.equal([
      [person(1).address, amount / 2n],
      [person(2).address, amount / 2n],
    ]);
  });

  it("shares the last wei of a bond as well", async () => {
    const { validators, person, fund } = protocol;
    /** All that is left of the bond is then `left`. */
    const nearlySpent = async (account: Signer, left: bigint) => {
      await slash({ account, ppm: 1n });
      await validators.connect(account).topUp({ value: left });
      await slash({ account, round: 2, ppm: MILLION - 1n });
      return { account, round: 3, ppm: MILLION, challenger: person(2), refund: bond };
    };
    expect(await creditsOf(await nearlySpent(judge(0), 1n))).to.deep.equal([
      // Half of it is nothing: what is left goes into the challenger's fee.
      [person(2).address, 1n],
    ]);
    expect(await creditsOf({ ...(await nearlySpent(judge(1), 1n)), refund: 0n })).to.deep.equal([
      [await fund.getAddress(), 1n],
    ]);
    expect(await creditsOf(await nearlySpent(judge(2), 2n))).to.deep.equal([
      [person(1).address, 1n],
      [person(2).address, 1n],
    ]);
  });

  it("is for ProofOfValue alone", async () => {
    const { validators, person, deployer, timelock } = protocol;
    const terms = await termsOf();
    const governance = await impersonate(protocol, await timelock.getAddress());
    for (const caller of [person(1), deployer, judge(0), governance]) {
      await expect(validators.connect(caller).slash(terms))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NotProofOfValue")
        .withArgs(caller.address);
    }
  });

  it("takes once for an account, a work and a round", async () => {
    const { validators } = protocol;
    await slash();
    await expect(slash({ fault: Fault.Outlier, ppm: 1n }))
      .to.be.revertedWithCustomError(validators, "ValidatorRegistry_AlreadySlashed")
      .withArgs(judge(0).address, WORK, 1);
    await slash({ round: 2 });
    await slash({ account: judge(1) });
    expect(await validators.bondOf(judge(0))).to.equal(bond - (bond * 40_000n) / MILLION);
  });

  it("takes what is left, and refuses to take nothing", async () => {
    const { validators, person } = protocol;
    await slash({ ppm: 700_000n });
    await slash({ round: 2, ppm: 700_000n });
    expect(await stints(judge(0))).to.deep.equal([{ left: 0n, deposited: bond }]);
    const refused = (terms: Terms, account = judge(0).address) =>
      expect(slash(terms))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NothingToSlash")
        .withArgs(account);
    await refused({ round: 3 });
    await refused({ account: judge(1), ppm: 0n }, judge(1).address);
    await refused({ account: person(1) }, person(1).address);
    const [first] = await validators.stintsOf(judge(1));
    await refused({ account: judge(1), armed: (first?.since ?? 0n) - 1n }, judge(1).address);
  });

  describe("a judge that could not pay for the dearest fault", () => {
    it("keeps its seat to the last wei, and loses it one below", async () => {
      const { validators, person } = protocol;
      // 60% must stay of the deposited bond.
      await slash({ ppm: 400_000n });
      expect(await validators.isSeated(judge(0))).to.equal(true);
      const transaction = await slash({ round: 2, ppm: 1n });
      const unlocksAt = (await now(protocol)) + (await validators.longestDuty());
      await expect(transaction)
        .to.emit(validators, "Unseated")
        .withArgs(judge(0).address, 0, person(1).address, ZeroHash, unlocksAt);
      await expect(transaction).to.emit(validators, "SeatMoved").withArgs(judge(29).address, 29, 0);
      expect(await validators.isSeated(judge(0))).to.equal(false);
      expect(await validators.bondOf(judge(0))).to.equal(0n);
      const left = (bond * 600_000n) / MILLION - bond / MILLION;
      expect(await stints(judge(0))).to.deep.equal([{ left, deposited: bond }]);
      expect(await validators.seatCount()).to.equal(29n);
    });

    it("leaves two leaves, by the prover", async () => {
      const { ledger, validators, person } = protocol;
      const size = await ledger.size();
      const transaction = await slash({ ppm: 600_000n });
      const leaves = await ledger.queryFilter(
        ledger.filters.Appended(size + 1n),
        transaction.blockNumber ?? 0,
      );
      expect(await ledger.size()).to.equal(size + 2n);
      expect(leaves.map(({ args }) => [args.emitter, args.subject, args.actor, args.dataHash])).to.deep.equal(
        [
          [
            await validators.getAddress(),
            accountNode(judge(0).address).toLowerCase(),
            person(1).address,
            hashOf(["uint16", 0], ["bytes32", ZeroHash]),
          ],
        ],
      );
    });

    it("is measured by the present rules", async () => {
      const { validators } = protocol;
      await amended(protocol, Rule.SlashNoReveal, 990_000);
      await slash({ ppm: 10_000n });
      expect(await validators.isSeated(judge(0))).to.equal(true);
      await slash({ account: judge(1), ppm: 10_001n });
      expect(await validators.isSeated(judge(1))).to.equal(false);
    });

    it("can be slashed further until its bond is withdrawn", async () => {
      const { validators, connection } = protocol;
      await slash({ ppm: 500_000n });
      await slash({ round: 2, ppm: 100_000n });
      const [{ left } = { left: 0n }] = await stints(judge(0));
      expect(left).to.equal((bond * 400_000n) / MILLION);
      await connection.networkHelpers.time.increase(await validators.longestDuty());
      await validators.connect(judge(0)).withdrawBond(0);
      await expect(slash({ round: 3 }))
        .to.be.revertedWithCustomError(validators, "ValidatorRegistry_NothingToSlash")
        .withArgs(judge(0).address);
    });
  });

  describe("an account with several bonds", () => {
    it("pays with the one behind its duty", async () => {
      const { validators, ethers } = protocol;
      for (const other of protocol.judges.slice(10)) await validators.connect(other).exit();
      await validators.connect(judge(3)).exit();
      const left = BigInt(await ethers.provider.getBlockNumber());
      await validators.connect(judge(3)).enter({ value: bond });
      const back = BigInt(await ethers.provider.getBlockNumber());
      const part = bond / 10n;
      const take = async (round: number, armed: bigint) =>
        slash({ account: judge(3), round, armed, ppm: 100_000n });
      await take(1, left - 1n);
      expect(await stints(judge(3))).to.deep.equal([
        { left: bond - part, deposited: bond },
        { left: bond, deposited: bond },
      ]);
      await take(2, back);
      await take(3, back + 5n);
      expect((await stints(judge(3))).map((stint) => stint.left)).to.deep.equal([
        bond - part,
        bond - 2n * part,
      ]);
      // Whoever left in a block did not hold the seat at its end.
      await expect(take(4, left)).to.be.revertedWithCustomError(
        validators,
        "ValidatorRegistry_NothingToSlash",
      );
    });

    it("keeps its seat whatever an ended one loses", async () => {
      const { validators } = protocol;
      for (const other of protocol.judges.slice(10)) await validators.connect(other).exit();
      await validators.connect(judge(3)).exit();
      await validators.connect(judge(3)).enter({ value: bond });
      await slash({ account: judge(3), ppm: 1_000_000n });
      expect(await validators.isSeated(judge(3))).to.equal(true);
      expect(await validators.bondOf(judge(3))).to.equal(bond);
    });
  });

  it("can pay a prover at most half, whatever is amended", async () => {
    const { constitution } = protocol;
    const { max } = await constitution.boundsOf(Rule.SlashReward);
    expect(max).to.equal(BigInt(constants.Flow.TOTAL / 2));
  });
});
