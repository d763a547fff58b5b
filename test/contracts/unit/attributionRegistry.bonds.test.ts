import { expect } from "chai";
import { id, ZeroAddress } from "ethers";
import type { Puppet } from "../../../types/index.ts";
import { type Attribution, accountNode, attribution, evenly } from "../../support/attribution.ts";
import { fresh, impersonate } from "../../support/fixture.ts";
import { EVIDENCE, finalized, register, URI } from "../../support/life.ts";
import type { Protocol } from "../../support/protocol.ts";

describe("AttributionRegistry: bonds and ether", () => {
  let protocol: Protocol;
  let work: Attribution;
  let bond: bigint;
  beforeEach(async () => {
    protocol = await fresh();
    work = attribution(evenly([accountNode(protocol.person(1))]));
    bond = await protocol.registry.bondRequired();
  });

  /** A work registered by a contract. */
  async function registeredByPuppet(): Promise<{ puppet: Puppet; contribution: string }> {
    const { ethers, registry, person } = protocol;
    const puppet = await ethers
      .getContractFactory("Puppet", person(9))
      .then(async (factory) => factory.deploy());
    const data = registry.interface.encodeFunctionData("register", [EVIDENCE, work, URI]);
    await puppet.act(registry, data, { value: bond });
    const [event] = await registry.queryFilter(
      registry.filters.Registered(undefined, await puppet.getAddress()),
    );
    return { puppet, contribution: event?.args.contribution ?? "" };
  }

  it("releases a bond for ProofOfValue alone", async () => {
    const { registry, person, timelock, rewards } = protocol;
    const contribution = await register(protocol, work);
    const contracts = await Promise.all(
      [timelock, rewards].map(async (it) => impersonate(protocol, await it.getAddress())),
    );
    for (const caller of [person(0), protocol.deployer, ...contracts]) {
      await expect(registry.connect(caller).releaseBond(contribution, ZeroAddress))
        .to.be.revertedWithCustomError(registry, "AttributionRegistry_NotProofOfValue")
        .withArgs(caller.address);
    }
  });

  it("AZ-07: returns the bond of an accepted work as a credit", async () => {
    const { registry, person, ethers } = protocol;
    const contribution = await register(protocol, work);
    const transaction = await finalized(protocol, contribution, work, 1);
    await expect(transaction)
      .to.emit(registry, "BondReleased")
      .withArgs(contribution, person(0).address, bond);
    await expect(transaction).to.emit(registry, "EtherCredited").withArgs(person(0).address, bond);
    expect(await registry.bondOf(contribution)).to.equal(0n);
    const withdrawal = registry.connect(person(0)).withdrawEther(person(7));
    await expect(withdrawal).to.changeEtherBalances(ethers, [registry, person(7)], [-bond, bond]);
    await expect(withdrawal)
      .to.emit(registry, "EtherWithdrawn")
      .withArgs(person(0).address, person(7).address, bond);
    expect(await registry.etherOwed(person(0))).to.equal(0n);
  });

  it("AZ-07: forfeits the bond of a rejected work to the fund, which anybody can send there", async () => {
    const { registry, fund, ethers, person } = protocol;
    const contribution = await register(protocol, work);
    const transaction = await finalized(protocol, contribution, work, 0);
    await expect(transaction).to.emit(registry, "BondReleased").withArgs(contribution, fund, bond);
    const withdrawal = registry.connect(person(7)).withdrawEtherFor(fund);
    await expect(withdrawal).to.changeEtherBalances(ethers, [registry, fund], [-bond, bond]);
    await expect(withdrawal)
      .to.emit(fund, "Received")
      .withArgs(await registry.getAddress(), bond);
  });

  it("holds no bond twice: a second release credits nothing", async () => {
    const { registry, pov } = protocol;
    const contribution = await register(protocol, work);
    const owner = await impersonate(protocol, await pov.getAddress());
    await registry.connect(owner).releaseBond(contribution, ZeroAddress);
    const again = await registry.connect(owner).releaseBond(contribution, ZeroAddress);
    await expect(again)
      .to.emit(registry, "BondReleased")
      .withArgs(contribution, protocol.person(0).address, 0n);
    await expect(again).not.to.emit(registry, "EtherCredited");
  });

  it("AZ-09: pays an account itself for anybody, and nobody else", async () => {
    const { registry, person, ethers } = protocol;
    await finalized(protocol, await register(protocol, work), work, 1);
    await expect(registry.connect(person(7)).withdrawEtherFor(person(0))).to.changeEtherBalances(
      ethers,
      [registry, person(0), person(7)],
      [-bond, bond, 0n],
    );
  });

  it("refuses to pay nothing, nobody, or itself", async () => {
    const { registry, person } = protocol;
    await finalized(protocol, await register(protocol, work), work, 1);
    await expect(registry.connect(person(3)).withdrawEther(person(3)))
      .to.be.revertedWithCustomError(registry, "EtherCredits_NothingOwed")
      .withArgs(person(3).address);
    for (const to of [ZeroAddress, await registry.getAddress()]) {
      await expect(registry.connect(person(0)).withdrawEther(to))
        .to.be.revertedWithCustomError(registry, "EtherCredits_InvalidRecipient")
        .withArgs(to);
    }
  });

  it("cannot be blocked by a registrant that refuses ether, whose credit stays", async () => {
    const { registry, person, ethers } = protocol;
    const { puppet, contribution } = await registeredByPuppet();
    await puppet.refuse();
    await finalized(protocol, contribution, work, 1);
    const address = await puppet.getAddress();
    await expect(registry.withdrawEtherFor(puppet))
      .to.be.revertedWithCustomError(registry, "EtherCredits_TransferFailed")
      .withArgs(address, bond);
    expect(await registry.etherOwed(puppet)).to.equal(bond);
    const data = registry.interface.encodeFunctionData("withdrawEther", [person(8).address]);
    await expect(puppet.act(registry, data)).to.changeEtherBalances(
      ethers,
      [registry, person(8)],
      [-bond, bond],
    );
  });

  it("AZ-07: finds nothing on a second entry while it is paying", async () => {
    const { registry, ethers } = protocol;
    const { puppet, contribution } = await registeredByPuppet();
    // Somebody else's bond is there to be stolen.
    await register(protocol, work, { evidence: id("another") });
    await finalized(protocol, contribution, work, 1);
    const data = registry.interface.encodeFunctionData("withdrawEtherFor", [await puppet.getAddress()]);
    await puppet.reactWith(registry, data);
    await expect(registry.withdrawEtherFor(puppet)).to.changeEtherBalances(
      ethers,
      [registry, puppet],
      [-bond, bond],
    );
    expect(await puppet.reacted()).to.equal(true);
    expect(await puppet.succeeded()).to.equal(false);
    const nothing = registry.interface.encodeErrorResult("EtherCredits_NothingOwed", [
      await puppet.getAddress(),
    ]);
    expect(await puppet.returned()).to.equal(nothing);
  });
});

describe("CitadelFund", () => {
  it("takes ether from anybody", async () => {
    const protocol = await fresh();
    const { fund, person, ethers } = protocol;
    const transaction = person(0).sendTransaction({ to: await fund.getAddress(), value: 3n });
    await expect(transaction).to.changeEtherBalances(ethers, [person(0), fund], [-3n, 3n]);
    await expect(transaction).to.emit(fund, "Received").withArgs(person(0).address, 3n);
  });
});
