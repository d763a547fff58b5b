import { expect } from "chai";
import { MaxUint256, Signature, TypedDataEncoder, ZeroAddress } from "ethers";
import { fresh, impersonate, now } from "../../support/fixture.ts";
import type { Protocol } from "../../support/protocol.ts";

const SUPPLY = 100n;
const PERMIT = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

/** What the texts of ERC-20, ERC-2612 and ERC-5267 ask for, and the errors of ERC-6093. */
describe("AzoraToken by the standards", () => {
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

  describe("ERC-20", () => {
    it("tells the supply, and the balances of holders and of others", async () => {
      const { token } = protocol;
      expect(await token.totalSupply()).to.equal(SUPPLY);
      expect(await token.balanceOf(holder)).to.equal(SUPPLY);
      expect(await token.balanceOf(receiver)).to.equal(0n);
    });

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

  describe("ERC-2612 and ERC-5267", () => {
    async function domain() {
      const { token, ethers } = protocol;
      const { chainId } = await ethers.provider.getNetwork();
      return { name: "Azora", version: "1", chainId, verifyingContract: await token.getAddress() };
    }

    async function sign(signer: typeof holder, nonce: bigint, deadline = MaxUint256) {
      const message = { owner: holder.address, spender: spender.address, value: 42n, nonce, deadline };
      const { v, r, s } = Signature.from(await signer.signTypedData(await domain(), PERMIT, message));
      return [holder.address, spender.address, 42n, deadline, v, r, s] as const;
    }

    it("begins with nonce 0, and tells its domain and the domain's hash", async () => {
      const { token } = protocol;
      expect(await token.nonces(holder)).to.equal(0n);
      const expected = await domain();
      expect(await token.DOMAIN_SEPARATOR()).to.equal(TypedDataEncoder.hashDomain(expected));
      const { fields, name, version, chainId, verifyingContract, extensions } = await token.eip712Domain();
      expect({ name, version, chainId, verifyingContract }).to.deep.equal(expected);
      expect(fields).to.equal("0x0f");
      expect([...extensions]).to.deep.equal([]);
    });

    it("takes the owner's signature from anybody, once", async () => {
      const { token } = protocol;
      const permit = await sign(holder, 0n);
      await expect(token.connect(receiver).permit(...permit))
        .to.emit(token, "Approval")
        .withArgs(holder, spender, 42n);
      expect(await token.nonces(holder)).to.equal(1n);
      expect(await token.allowance(holder, spender)).to.equal(42n);
      await expect(token.permit(...permit)).to.be.revertedWithCustomError(token, "ERC2612InvalidSigner");
    });

    it("refuses another's signature, one for another nonce, and a changed value", async () => {
      const { token } = protocol;
      await expect(token.permit(...(await sign(receiver, 0n))))
        .to.be.revertedWithCustomError(token, "ERC2612InvalidSigner")
        .withArgs(receiver, holder);
      await expect(token.permit(...(await sign(holder, 1n)))).to.be.revertedWithCustomError(
        token,
        "ERC2612InvalidSigner",
      );
      const [owner, to, , deadline, v, r, s] = await sign(holder, 0n);
      await expect(token.permit(owner, to, 43n, deadline, v, r, s)).to.be.revertedWithCustomError(
        token,
        "ERC2612InvalidSigner",
      );
      expect(await token.nonces(holder)).to.equal(0n);
    });

    it("takes a signature in the second of its deadline, and none after it", async () => {
      const { token, connection } = protocol;
      const last = (await now(protocol)) + 100n;
      await connection.networkHelpers.time.setNextBlockTimestamp(last);
      await token.permit(...(await sign(holder, 0n, last)));
      await connection.networkHelpers.time.setNextBlockTimestamp(last + 1n);
      await expect(token.permit(...(await sign(holder, 1n, last))))
        .to.be.revertedWithCustomError(token, "ERC2612ExpiredSignature")
        .withArgs(last);
    });
  });
});
