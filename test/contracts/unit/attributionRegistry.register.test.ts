import { Rule } from "@azora/sdk";
import { expect } from "chai";
import { AbiCoder, hexlify, id, keccak256, randomBytes, ZeroAddress, ZeroHash } from "ethers";
import {
  type Attribution,
  accountNode,
  attribution,
  evenly,
  hashShares,
  identityNode,
  type Share,
  WHOLE,
} from "../../support/attribution.ts";
import { fresh, seatedUnhurried, unhurried } from "../../support/fixture.ts";
import { expectLeaf, hashOf } from "../../support/leaves.ts";
import { EVIDENCE, finalized, register, scored, URI } from "../../support/life.ts";
import { deployProtocol, type Protocol, seatJudges } from "../../support/protocol.ts";
import { amended } from "../../support/timelock.ts";

const GWEI = 10n ** 9n;
const INVALID = `0x03${"11".repeat(31)}`;
const CONTRIBUTION = `0x01${"22".repeat(31)}`;

/** Works cost twice as much for each duty per seat. */
async function busy(): Promise<Protocol> {
  const protocol = await deployProtocol((local) => {
    const parameters = unhurried(local);
    return { ...parameters, rules: { ...parameters.rules, Load: { ...parameters.rules.Load, value: 1 } } };
  });
  await seatJudges(protocol);
  return protocol;
}

/** Ten seats, a panel of three and the smallest bond: 110 works are 33 doublings. */
async function flooded(): Promise<Protocol> {
  const protocol = await deployProtocol((local) => {
    const parameters = unhurried(local);
    const { Load, RegistrationBond } = parameters.rules;
    const rules = {
      ...parameters.rules,
      Load: { ...Load, value: 1 },
      RegistrationBond: { ...RegistrationBond, value: 1, min: 1 },
    };
    return { ...parameters, rules };
  });
  await seatJudges(protocol, 10);
  return protocol;
}

async function nineSeats(): Promise<Protocol> {
  const protocol = await deployProtocol(unhurried);
  await seatJudges(protocol, 9);
  return protocol;
}

describe("AttributionRegistry.register", () => {
  let protocol: Protocol;
  let work: Attribution;
  let bond: bigint;
  beforeEach(async () => {
    protocol = await fresh(seatedUnhurried);
    work = attribution(evenly([accountNode(protocol.person(1)), accountNode(protocol.person(2))]));
    bond = await protocol.registry.bondRequired();
  });

  const attempt = (change: Partial<Attribution>, { value = bond, evidence = EVIDENCE, uri = URI } = {}) =>
    protocol.registry.connect(protocol.person(0)).register(evidence, { ...work, ...change }, uri, { value });

  /** As many fresh accounts, credited evenly. */
  const crowd = (count: number): Share[] =>
    evenly(Array.from({ length: count }, () => accountNode(hexlify(randomBytes(20)))));

  it("opens a work and holds its bond", async () => {
    const { registry, pov, person, ethers, parameters } = protocol;
    expect(bond).to.equal(BigInt(parameters.rules.RegistrationBond.value) * GWEI);
    const contribution = await registry
      .connect(person(0))
      .register.staticCall(EVIDENCE, work, URI, { value: bond });
    const transaction = await attempt({});
    await expect(transaction)
      .to.emit(registry, "Registered")
      .withArgs(contribution, person(0).address, EVIDENCE, 1, bond, Object.values(shape(work)), URI);
    const attributionHash = keccak256(hashShares(work.contributors) + hashShares(work.upstream).slice(2));
    await expectLeaf(protocol, transaction, {
      kind: "Registered",
      emitter: registry,
      subject: contribution,
      actor: person(0),
      dataHash: hashOf(["bytes32", EVIDENCE], ["bytes32", attributionHash], ["uint32", 1], ["uint256", bond]),
    });
    expect(await registry.registrantOf(contribution)).to.equal(person(0).address);
    expect(await registry.rulesVersionOf(contribution)).to.equal(1n);
    expect(await registry.bondOf(contribution)).to.equal(bond);
    expect(await registry.attributionHashOf(contribution)).to.equal(attributionHash);
    expect(await ethers.provider.getBalance(registry)).to.equal(bond);
    expect(await pov.openRounds()).to.equal(1n);
    const { phase, opening, round, armedAt } = await pov.workOf(contribution);
    expect([phase, opening, round, armedAt]).to.deep.equal([
      1n,
      1n,
      1n,
      BigInt(transaction.blockNumber ?? 0),
    ]);
  });

  it("names a work by chain, registry, registrant and evidence", async () => {
    const { registry, person, ethers } = protocol;
    const { chainId } = await ethers.provider.getNetwork();
    const contribution = await register(protocol, work);
    const preimage = AbiCoder.defaultAbiCoder().encode(
      ["uint256", "address", "address", "bytes32"],
      [chainId, await registry.getAddress(), person(0).address, EVIDENCE],
    );
    expect(contribution).to.equal(`0x01${keccak256(preimage).slice(2, 64)}`);
    const other = await register(protocol, work, { from: person(5) });
    expect(other, "another registrant's is another work").not.to.equal(contribution);
  });

  it("knows nothing of a work that does not exist", async () => {
    const { registry } = protocol;
    expect(await registry.registrantOf(CONTRIBUTION)).to.equal(ZeroAddress);
    expect(await registry.rulesVersionOf(CONTRIBUTION)).to.equal(0n);
    expect(await registry.bondOf(CONTRIBUTION)).to.equal(0n);
    expect(await registry.attributionHashOf(CONTRIBUTION)).to.equal(ZeroHash);
  });

  it("refuses the same work twice", async () => {
    const contribution = await register(protocol, work);
    await expect(attempt({}))
      .to.be.revertedWithCustomError(protocol.registry, "AttributionRegistry_AlreadyRegistered")
      .withArgs(contribution);
  });

  it("refuses no evidence, and a URI above 256 bytes", async () => {
    const { registry } = protocol;
    await expect(attempt({}, { evidence: ZeroHash })).to.be.revertedWithCustomError(
      registry,
      "AttributionRegistry_EmptyEvidence",
    );
    await expect(attempt({}, { uri: "x".repeat(257) }))
      .to.be.revertedWithCustomError(registry, "AttributionRegistry_UriTooLong")
      .withArgs(257, 256);
    await attempt({}, { uri: "x".repeat(256) });
  });

  describe("bond", () => {
    it("refuses less than the bond", async () => {
      await expect(attempt({}, { value: bond - 1n }))
        .to.be.revertedWithCustomError(protocol.registry, "AttributionRegistry_BondTooSmall")
        .withArgs(bond - 1n, bond);
    });

    it("AZ-07: credits what is sent above the bond", async () => {
      const { registry, person, ethers } = protocol;
      const transaction = await attempt({}, { value: bond + 5n });
      await expect(transaction).to.emit(registry, "EtherCredited").withArgs(person(0).address, 5n);
      expect(await registry.etherOwed(person(0))).to.equal(5n);
      expect(await ethers.provider.getBalance(registry)).to.equal(bond + 5n);
    });

    it("credits nothing when just the bond is sent", async () => {
      const transaction = await attempt({}, { value: bond });
      await expect(transaction).to.not.emit(protocol.registry, "EtherCredited");
    });

    it("doubles for each duty per seat, and falls again", async () => {
      protocol = await fresh(busy);
      const { registry } = protocol;
      work = attribution(evenly([accountNode(protocol.person(1))]));
      // 7 duties each on 30 seats: 5 works are 35 duties, 9 are 63.
      const expected = [1n, 1n, 1n, 1n, 1n, 2n, 2n, 2n, 2n, 4n];
      const works: string[] = [];
      for (const [index, factor] of expected.entries()) {
        expect(await registry.bondRequired()).to.equal(factor * bond, `with ${index} open`);
        const contribution = await register(protocol, work, { evidence: id(`work ${index}`) });
        expect(await registry.bondOf(contribution)).to.equal(factor * bond);
        works.push(contribution);
      }
      await finalized(protocol, works[0] ?? "", work);
      await scored(protocol, works[1] ?? "", work);
      expect(await registry.bondRequired()).to.equal(2n * bond);
    });

    it("doubles 32 times at most", async () => {
      protocol = await fresh(flooded);
      const { registry } = protocol;
      work = attribution(evenly([accountNode(protocol.person(1))]));
      for (let open = 0; open < 115; open++) {
        const doublings = BigInt(Math.min(Math.floor((open * 3) / 10), 32));
        expect(await registry.bondRequired()).to.equal(GWEI << doublings, `with ${open} open`);
        await register(protocol, work, { evidence: id(`work ${open}`), from: protocol.person(open % 40) });
      }
    });

    it("is that of the present rules", async () => {
      const { registry, parameters } = protocol;
      await amended(protocol, Rule.RegistrationBond, parameters.rules.RegistrationBond.value * 3);
      expect(await registry.bondRequired()).to.equal(3n * bond);
    });
  });

  it("is closed below 10 seats", async () => {
    protocol = await fresh(nineSeats);
    const { pov, registry } = protocol;
    await expect(registry.bondRequired())
      .to.be.revertedWithCustomError(pov, "ProofOfValue_TooFewSeats")
      .withArgs(9, 10);
    await expect(attempt({})).to.be.revertedWithCustomError(pov, "ProofOfValue_TooFewSeats").withArgs(9, 10);
    await seatJudges({ ...protocol, judges: protocol.judges.slice(9) }, 1);
    await attempt({});
  });

  describe("contributors", () => {
    it("are 1 to 100", async () => {
      const { registry } = protocol;
      await expect(attempt({ contributors: [] })).to.be.revertedWithCustomError(
        registry,
        "AttributionRegistry_NoContributors",
      );
      await expect(attempt({ contributors: crowd(101) }))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_TooManyShares")
        .withArgs(101, 100);
      await attempt({ contributors: crowd(100) });
    });

    it("come in ascending order, each once, and never the null node", async () => {
      const { registry } = protocol;
      const [one, two] = evenly([accountNode(protocol.person(1)), accountNode(protocol.person(2))]);
      if (one === undefined || two === undefined) throw new Error("two shares");
      await expect(attempt({ contributors: [two, one] }))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotAscending")
        .withArgs(1, one.node);
      await expect(attempt({ contributors: [one, one] }))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotAscending")
        .withArgs(1, one.node);
      await expect(attempt({ contributors: [{ node: ZeroHash, weight: WHOLE }] }))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotAscending")
        .withArgs(0, ZeroHash);
    });

    it("have at least 0.01% each, and 100% together", async () => {
      const { registry, person } = protocol;
      const split = (small: number, rest = WHOLE - small) =>
        attribution([
          { node: accountNode(person(1)), weight: small },
          { node: accountNode(person(2)), weight: rest },
        ]);
      await expect(attempt(split(99)))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_WeightTooSmall")
        .withArgs(accountNode(person(1)), 99, 100);
      for (const rest of [WHOLE - 101, WHOLE - 99]) {
        await expect(attempt(split(100, rest)))
          .to.be.revertedWithCustomError(registry, "AttributionRegistry_WeightsNotWhole")
          .withArgs(rest + 100, WHOLE);
      }
      await attempt(split(100));
    });

    it("are accounts or identities", async () => {
      const { registry } = protocol;
      const dirty = `0x00${"01".repeat(31)}`;
      for (const node of [CONTRIBUTION, INVALID, dirty]) {
        await expect(attempt({ contributors: [{ node, weight: WHOLE }] }))
          .to.be.revertedWithCustomError(registry, "AttributionRegistry_InvalidContributor")
          .withArgs(node);
      }
      await attempt({
        contributors: evenly([accountNode(protocol.person(1)), identityNode("github:alice")]),
      });
    });

    it("are none of the protocol's own contracts", async () => {
      const { registry, ledger, constitution, timelock, token, validators, pov, rewards, fund, genesis } =
        protocol;
      const contracts = [
        registry,
        ledger,
        constitution,
        timelock,
        token,
        validators,
        pov,
        rewards,
        fund,
        genesis,
      ];
      for (const contract of contracts) {
        const address = await contract.getAddress();
        expect(await registry.isProtocol(address)).to.equal(true);
        await expect(attempt({ contributors: [{ node: accountNode(address), weight: WHOLE }] }))
          .to.be.revertedWithCustomError(registry, "AttributionRegistry_ProtocolAddress")
          .withArgs(address);
      }
    });

    it("may be any account whose address only ends like one of the protocol's", async () => {
      const { registry, fund } = protocol;
      const alike = `0x${"12".repeat(19)}${(await fund.getAddress()).slice(-2)}`;
      expect(await registry.isProtocol(alike)).to.equal(false);
      await attempt({ contributors: [{ node: accountNode(alike), weight: WHOLE }] });
    });
  });

  describe("upstream", () => {
    const citing = (upstream: Share[]) => attempt({ upstream }, { evidence: id("citing") });

    it("are contributions", async () => {
      const { registry } = protocol;
      for (const node of [accountNode(protocol.person(1)), identityNode("github:alice"), INVALID]) {
        await expect(citing([{ node, weight: 100 }]))
          .to.be.revertedWithCustomError(registry, "AttributionRegistry_InvalidUpstream")
          .withArgs(node);
      }
    });

    it("were accepted: not unknown, open, scored or rejected ones", async () => {
      const { registry } = protocol;
      const refused = async (node: string) =>
        expect(citing([{ node, weight: 100 }]))
          .to.be.revertedWithCustomError(registry, "AttributionRegistry_UpstreamNotAccepted")
          .withArgs(node);
      await refused(CONTRIBUTION);
      const open = await register(protocol, work);
      await refused(open);
      await scored(protocol, open, work);
      await refused(open);
      const rejected = await register(protocol, work, { evidence: id("rejected") });
      await finalized(protocol, rejected, work, 0);
      await refused(rejected);
    });

    it("have at most the share of the rule, and at least 0.01% each", async () => {
      const { registry, parameters } = protocol;
      const accepted = await register(protocol, work);
      await finalized(protocol, accepted, work);
      const limit = parameters.rules.MaxUpstream.value;
      await expect(citing([{ node: accepted, weight: limit + 1 }]))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_UpstreamTooHeavy")
        .withArgs(limit + 1, limit);
      await expect(citing([{ node: accepted, weight: 99 }]))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_WeightTooSmall")
        .withArgs(accepted, 99, 100);
      await citing([{ node: accepted, weight: limit }]);
    });

    it("are at most 100, each once", async () => {
      const { registry } = protocol;
      const node = (index: number) => `0x01${index.toString(16).padStart(62, "0")}`;
      const many = Array.from({ length: 101 }, (_, index) => ({ node: node(index), weight: 100 }));
      await expect(citing(many))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_TooManyShares")
        .withArgs(101, 100);
      const twice = { node: node(1), weight: 100 };
      await expect(citing([twice, twice]))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotAscending")
        .withArgs(1, twice.node);
    });
  });
});

/** As ethers gives structs back: arrays of values in the order of their fields. */
function shape({ contributors, upstream }: Attribution) {
  const rows = (shares: Share[]) => shares.map(({ node, weight }) => [node, BigInt(weight)]);
  return { contributors: rows(contributors), upstream: rows(upstream) };
}
