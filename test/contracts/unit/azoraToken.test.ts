import { expect } from "chai";
import { MaxUint256, Signature, ZeroAddress } from "ethers";
import { fresh, impersonate, now } from "../../support/fixture.ts";
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

  describe("permit", () => {
    async function permit(deadline: bigint) {
      const { token, ethers, person } = protocol;
      const owner = person(0);
      const spender = person(1);
      const domain = {
        name: "Azora",
        version: "1",
        chainId: (await ethers.provider.getNetwork()).chainId,
        verifyingContract: await token.getAddress(),
      };
      const types = {
        Permit: [
          { name: "owner", type: "address" },
          { name: "spender", type: "address" },
          { name: "value", type: "uint256" },
          { name: "nonce", type: "uint256" },
          { name: "deadline", type: "uint256" },
        ],
      };
      const nonce = await token.nonces(owner);
      const message = { owner: owner.address, spender: spender.address, value: 7n, nonce, deadline };
      const { v, r, s } = Signature.from(await owner.signTypedData(domain, types, message));
      return { owner, spender, v, r, s };
    }

    it("sets an allowance once", async () => {
      const { token } = protocol;
      const { owner, spender, v, r, s } = await permit(MaxUint256);
      await token.permit(owner, spender, 7n, MaxUint256, v, r, s);
      expect(await token.allowance(owner, spender)).to.equal(7n);
      expect(await token.nonces(owner)).to.equal(1n);
      await expect(token.permit(owner, spender, 7n, MaxUint256, v, r, s)).to.be.revertedWithCustomError(
        token,
        "ERC2612InvalidSigner",
      );
    });

    it("refuses a passed deadline", async () => {
      const { token } = protocol;
      const deadline = (await now(protocol)) - 1n;
      const { owner, spender, v, r, s } = await permit(deadline);
      await expect(token.permit(owner, spender, 7n, deadline, v, r, s))
        .to.be.revertedWithCustomError(token, "ERC2612ExpiredSignature")
        .withArgs(deadline);
    });
  });

  it("is transferred as any ERC-20", async () => {
    const { token, rewards, person } = protocol;
    await token.connect(await minter()).mint(0n, 9n);
    const holder = await impersonate(protocol, await rewards.getAddress());
    await expect(token.connect(holder).transfer(person(0), 4n)).to.changeTokenBalances(
      protocol.ethers,
      token,
      [rewards, person(0)],
      [-4n, 4n],
    );
  });
});
