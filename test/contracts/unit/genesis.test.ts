import { Role } from "@azora/sdk";
import { expect } from "chai";
import { getCreateAddress } from "ethers";
import { initCode } from "../../../deploy/initCode.ts";
import { fresh } from "../../support/fixture.ts";
import type { Protocol } from "../../support/protocol.ts";

const ROLES = Object.values(Role);

describe("Genesis", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    protocol = await fresh();
  });

  const another = async () => protocol.ethers.deployContract("Genesis", [protocol.deployer.address]);

  it("knows the address of every place before it is filled", async () => {
    const genesis = await protocol.ethers.getContractAt("Genesis", await (await another()).getAddress());
    const from = await genesis.getAddress();
    for (const role of ROLES) {
      expect(await genesis.addressOf(role)).to.equal(getCreateAddress({ from, nonce: role + 1 }));
    }
  });

  it("AZ-14: has put every contract in its place, and nothing else", async () => {
    const { genesis, ledger, constitution, timelock, token, validators } = protocol;
    const { registry, pov, rewards, fund, disputes, voice, governor } = protocol;
    const first = [ledger, constitution, timelock, token, validators, pov, rewards];
    const contracts = [...first, fund, disputes, voice, governor, registry];
    for (const [role, contract] of contracts.entries()) {
      expect(await genesis.addressOf(role)).to.equal(await contract.getAddress());
    }
    expect(await genesis.created()).to.equal(BigInt(contracts.length));
    expect(await protocol.ethers.provider.getTransactionCount(genesis)).to.equal(contracts.length + 1);
  });

  it("creates for its deployer alone", async () => {
    const genesis = await protocol.ethers.getContractAt("Genesis", await (await another()).getAddress());
    const { person, deployer } = protocol;
    expect(await genesis.DEPLOYER()).to.equal(deployer.address);
    await expect(genesis.connect(person(0)).create(Role.AuditLedger, initCode("CitadelFund")))
      .to.be.revertedWithCustomError(genesis, "Genesis_NotDeployer")
      .withArgs(person(0).address, deployer.address);
    const place = await genesis.addressOf(Role.AuditLedger);
    const creation = genesis.create(Role.AuditLedger, initCode("CitadelFund"));
    await expect(creation).to.emit(genesis, "Created").withArgs(Role.AuditLedger, place);
    expect(await genesis.created()).to.equal(1n);
  });

  it("AZ-14: is inert once it is complete, for its deployer too", async () => {
    const { genesis, person, deployer } = protocol;
    await expect(genesis.connect(deployer).create(Role.AuditLedger, "0x00")).to.be.revertedWithCustomError(
      genesis,
      "Genesis_Complete",
    );
    await expect(genesis.connect(person(0)).create(Role.AuditLedger, "0x00"))
      .to.be.revertedWithCustomError(genesis, "Genesis_NotDeployer")
      .withArgs(person(0).address, deployer.address);
  });

  it("passes on why a constructor refused, and counts nothing", async () => {
    const genesis = await protocol.ethers.getContractAt("Genesis", await (await another()).getAddress());
    const { validators } = protocol;
    const reason = validators.interface.encodeErrorResult("ValidatorRegistry_TooFewNamed", [0, 30]);
    await expect(genesis.create(Role.AuditLedger, initCode("ValidatorRegistry", [[]])))
      .to.be.revertedWithCustomError(genesis, "Genesis_CreationFailed")
      .withArgs(Role.AuditLedger, reason);
    await expect(genesis.create(Role.AuditLedger, "0xfe"))
      .to.be.revertedWithCustomError(genesis, "Genesis_CreationFailed")
      .withArgs(Role.AuditLedger, "0x");
    expect(await genesis.created()).to.equal(0n);
  });

  it("fills the place that was meant, and no other one if a call is repeated", async () => {
    const genesis = await protocol.ethers.getContractAt("Genesis", await (await another()).getAddress());
    await genesis.create(Role.AuditLedger, initCode("CitadelFund"));
    await expect(genesis.create(Role.AuditLedger, initCode("CitadelFund")))
      .to.be.revertedWithCustomError(genesis, "Genesis_WrongPlace")
      .withArgs(Role.AuditLedger, Role.Constitution);
  });

  it("refuses an address out of order", async () => {
    const genesis = await protocol.ethers.getContractAt("Genesis", await (await another()).getAddress());
    const from = await genesis.getAddress();
    // Nothing that anybody can call does this: the chain's rules count one for each creation.
    await protocol.connection.networkHelpers.setNonce(from, 5);
    await expect(genesis.create(Role.AuditLedger, initCode("CitadelFund")))
      .to.be.revertedWithCustomError(genesis, "Genesis_WrongAddress")
      .withArgs(getCreateAddress({ from, nonce: 5 }), getCreateAddress({ from, nonce: 1 }));
  });
});
