import { expect } from "chai";
import { MaxUint256, ZeroAddress } from "ethers";
import { fresh, impersonate } from "../../support/fixture.ts";
import type { Protocol } from "../../support/protocol.ts";

const SUPPLY = 100n;

/** AZR against the text of ERC-20, with the errors of ERC-6093. Each test names the part of the text that it is about. */
describe("ERC-20: AzoraToken", () => {
  let protocol: Protocol;
  let holder: ReturnType<Protocol["person"]>;
  let spender: ReturnType<Protocol["person"]>;
  let receiver: ReturnType<Protocol["person"]>;

  beforeEach(async () => {
    protocol = await fresh();
    [holder, spender, receiver] = [protocol.person(0), protocol.person(1), protocol.person(2)];
    const { token, pov, rewards } = protocol;
    await token.connect(await impersonate(protocol, await pov.getAddress())).mint(0n, SUPPLY);
    await token.connect(await impersonate(protocol, await rewards.getAddress())).transfer(holder, SUPPLY);
  });

  it("totalSupply, balanceOf: tell the supply, and the balances of holders and of others", async () => {
    const { token } = protocol;
    expect(await token.totalSupply()).to.equal(SUPPLY);
    expect(await token.balanceOf(holder)).to.equal(SUPPLY);
    expect(await token.balanceOf(receiver)).to.equal(0n);
  });

  it("name, symbol, decimals: say what it is, which is optional", async () => {
    const { token } = protocol;
    expect([await token.name(), await token.symbol(), await token.decimals()]).to.deep.equal([
      "Azora",
      "AZR",
      18n,
    ]);
  });

  it("Transfer: tells of new tokens as coming from nobody, a mint of nothing included", async () => {
    const { token, pov, fund, rewards } = protocol;
    const minting = token.connect(await impersonate(protocol, await pov.getAddress())).mint(0n, 9n);
    await expect(minting).to.emit(token, "Transfer").withArgs(ZeroAddress, fund, 0n);
    await expect(minting).to.emit(token, "Transfer").withArgs(ZeroAddress, rewards, 9n);
    expect(await token.totalSupply()).to.equal(SUPPLY + 9n);
  });

  describe("transfer", () => {
    for (const amount of [SUPPLY, 1n, 0n]) {
      it(`transfers ${amount} of ${SUPPLY}, and tells of it`, async () => {
        const { token, ethers } = protocol;
        const transaction = await token.connect(holder).transfer(receiver, amount);
        await expect(transaction).to.changeTokenBalances(
          ethers,
          token,
          [holder, receiver],
          [-amount, amount],
        );
        await expect(transaction).to.emit(token, "Transfer").withArgs(holder, receiver, amount);
        expect(await token.connect(holder).transfer.staticCall(receiver, 0n)).to.equal(true);
      });
    }

    it("transfers to its holder itself and changes nothing", async () => {
      await protocol.token.connect(holder).transfer(holder, SUPPLY);
      expect(await protocol.token.balanceOf(holder)).to.equal(SUPPLY);
    });

    it("refuses to transfer more than there is, or to nobody", async () => {
      const { token } = protocol;
      await expect(token.connect(holder).transfer(receiver, SUPPLY + 1n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
        .withArgs(holder, SUPPLY, SUPPLY + 1n);
      await expect(token.connect(holder).transfer(ZeroAddress, 0n))
        .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
        .withArgs(ZeroAddress);
    });

    it("tells of tokens that go to their holder itself as of any others", async () => {
      const { token } = protocol;
      await expect(token.connect(holder).transfer(holder, 1n))
        .to.emit(token, "Transfer")
        .withArgs(holder, holder, 1n);
    });
  });

  describe("approve, allowance", () => {
    it("approves, whatever the balance, puts the new allowance in the place of the old, and tells of it", async () => {
      const { token } = protocol;
      for (const amount of [SUPPLY + 1n, 1n, 0n]) {
        await expect(token.connect(holder).approve(spender, amount))
          .to.emit(token, "Approval")
          .withArgs(holder, spender, amount);
        expect(await token.allowance(holder, spender)).to.equal(amount);
      }
      expect(await token.connect(holder).approve.staticCall(spender, 1n)).to.equal(true);
    });

    it("refuses to approve nobody", async () => {
      const { token } = protocol;
      await expect(token.connect(holder).approve(ZeroAddress, 1n))
        .to.be.revertedWithCustomError(token, "ERC20InvalidSpender")
        .withArgs(ZeroAddress);
    });

    it("tells of an approval that changes nothing, and takes one for oneself", async () => {
      const { token } = protocol;
      for (const to of [spender, spender, holder])
        await expect(token.connect(holder).approve(to, 5n))
          .to.emit(token, "Approval")
          .withArgs(holder, to, 5n);
      expect(await token.allowance(spender, holder)).to.equal(0n);
    });
  });

  describe("transferFrom", () => {
    it("transfers several times up to the allowance, and nothing more", async () => {
      const { token } = protocol;
      await token.connect(holder).approve(spender, 10n);
      const from = token.connect(spender);
      for (const amount of [4n, 6n]) await from.transferFrom(holder, receiver, amount);
      expect(await token.allowance(holder, spender)).to.equal(0n);
      expect(await token.balanceOf(receiver)).to.equal(10n);
      await expect(from.transferFrom(holder, receiver, 1n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(spender, 0n, 1n);
    });

    it("transfers nothing as it does anything: without an allowance, with its event", async () => {
      const { token } = protocol;
      await expect(token.connect(spender).transferFrom(holder, receiver, 0n))
        .to.emit(token, "Transfer")
        .withArgs(holder, receiver, 0n);
      expect(await token.connect(spender).transferFrom.staticCall(holder, receiver, 0n)).to.equal(true);
    });

    it("transfers for somebody else, from the allowance, which is used up by it without an event", async () => {
      const { token, ethers } = protocol;
      await token.connect(holder).approve(spender, SUPPLY);
      const transaction = await token.connect(spender).transferFrom(holder, receiver, 40n);
      await expect(transaction).to.changeTokenBalances(ethers, token, [holder, receiver], [-40n, 40n]);
      await expect(transaction).to.emit(token, "Transfer").withArgs(holder, receiver, 40n);
      await expect(transaction).to.not.emit(token, "Approval");
      expect(await token.allowance(holder, spender)).to.equal(SUPPLY - 40n);
    });

    it("never uses up an allowance without end", async () => {
      const { token } = protocol;
      await token.connect(holder).approve(spender, MaxUint256);
      await token.connect(spender).transferFrom(holder, receiver, SUPPLY);
      expect(await token.allowance(holder, spender)).to.equal(MaxUint256);
    });

    it("refuses to transfer beyond the allowance, beyond the balance, or to nobody; the owner needs one too", async () => {
      const { token } = protocol;
      await token.connect(holder).approve(spender, SUPPLY + 1n);
      const from = token.connect(spender);
      await expect(from.transferFrom(holder, receiver, SUPPLY + 2n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(spender, SUPPLY + 1n, SUPPLY + 2n);
      await expect(from.transferFrom(holder, receiver, SUPPLY + 1n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
        .withArgs(holder, SUPPLY, SUPPLY + 1n);
      await expect(from.transferFrom(holder, ZeroAddress, 1n))
        .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
        .withArgs(ZeroAddress);
      await expect(token.connect(holder).transferFrom(holder, receiver, 1n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance")
        .withArgs(holder, 0n, 1n);
    });
  });
});
