import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { fresh, impersonate } from "../../support/fixture.ts";
import type { Protocol } from "../../support/protocol.ts";

const MAX_SUPPLY = 416_000_000n * 10n ** 18n;

describe("AzoraToken", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    protocol = await fresh();
  });

  const minter = async () => impersonate(protocol, await protocol.pov.getAddress());

  it("is AZR with 18 decimals, minted by ProofOfValue for ever", async () => {
    const { token, pov } = protocol;
    expect(await token.name()).to.equal("Azora");
    expect(await token.symbol()).to.equal("AZR");
    expect(await token.decimals()).to.equal(18);
    expect(await token.totalSupply()).to.equal(0);
    expect(await token.MINTER()).to.equal(await pov.getAddress());
  });

  describe("mint", () => {
    it("pays the fund and the reward ledger", async () => {
      const { token, fund, rewards } = protocol;
      const transaction = await token.connect(await minter()).mint(1n, 9n);
      await expect(transaction).to.emit(token, "Transfer").withArgs(ZeroAddress, fund, 1n);
      await expect(transaction).to.emit(token, "Transfer").withArgs(ZeroAddress, rewards, 9n);
      expect(await token.totalSupply()).to.equal(10n);
    });

    it("AZ-14: refuses everybody but ProofOfValue, special addresses included", async () => {
      const { token, timelock, rewards, registry, genesis, deployer, attestor, proposer, judges } = protocol;
      const contracts = [timelock, rewards, registry, genesis];
      const impersonated = await Promise.all(
        contracts.map(async (it) => impersonate(protocol, await it.getAddress())),
      );
      for (const caller of [deployer, attestor, proposer, ...judges.slice(0, 1), ...impersonated]) {
        await expect(token.connect(caller).mint(1n, 9n))
          .to.be.revertedWithCustomError(token, "AzoraToken_NotMinter")
          .withArgs(caller.address);
      }
    });

    it("AZ-01: refuses to go above 416 million, to the wei", async () => {
      const { token } = protocol;
      const pov = await minter();
      await expect(token.connect(pov).mint(0n, MAX_SUPPLY + 1n))
        .to.be.revertedWithCustomError(token, "AzoraToken_SupplyExceeded")
        .withArgs(MAX_SUPPLY + 1n, MAX_SUPPLY);
      await token.connect(pov).mint(1n, MAX_SUPPLY - 1n);
      await expect(token.connect(pov).mint(1n, 0n))
        .to.be.revertedWithCustomError(token, "AzoraToken_SupplyExceeded")
        .withArgs(MAX_SUPPLY + 1n, MAX_SUPPLY);
    });
  });
});
