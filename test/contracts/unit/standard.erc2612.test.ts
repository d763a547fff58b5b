import { expect } from "chai";
import { MaxUint256, Signature, type TypedDataDomain, TypedDataEncoder, ZeroAddress } from "ethers";
import { fresh, impersonate, nextAt, now } from "../../support/fixture.ts";
import type { Protocol } from "../../support/protocol.ts";
import { domainOf } from "../../support/typed.ts";

const VALUE = 42n;
const TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};
/** The order of the curve: (r, s) and (r, n - s) sign the same. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** AZR against the text of ERC-2612. Each test names the part of the text that it holds the token to. */
describe("ERC-2612: AzoraToken", () => {
  let protocol: Protocol;
  let holder: ReturnType<Protocol["person"]>;
  let spender: ReturnType<Protocol["person"]>;
  let other: ReturnType<Protocol["person"]>;

  beforeEach(async () => {
    protocol = await fresh();
    [holder, spender, other] = [protocol.person(0), protocol.person(1), protocol.person(2)];
  });

  interface Terms {
    readonly signer?: typeof holder;
    readonly owner?: string;
    readonly value?: bigint;
    readonly nonce?: bigint;
    readonly deadline?: bigint;
    readonly domain?: TypedDataDomain;
  }

  type Permit = readonly [string, string, bigint, bigint, number, string, string];

  /** The arguments of a permit, signed by the holder unless said. */
  async function sign(terms: Terms = {}): Promise<Permit> {
    const { signer = holder, owner = holder.address, value = VALUE, nonce = 0n } = terms;
    const { deadline = MaxUint256, domain = await domainOf(protocol, "token") } = terms;
    const message = { owner, spender: spender.address, value, nonce, deadline };
    const { v, r, s } = Signature.from(await signer.signTypedData(domain, TYPES, message));
    return [owner, spender.address, value, deadline, v, r, s] as const;
  }

  /** A permit is refused with an error, and leaves nonce and allowance. */
  async function refused(permit: Permit, error: string): Promise<void> {
    const { token } = protocol;
    const before = [await token.nonces(holder), await token.allowance(holder, spender)];
    await expect(token.permit(...permit)).to.be.revertedWithCustomError(token, error);
    expect([await token.nonces(holder), await token.allowance(holder, spender)]).to.deep.equal(before);
  }

  describe("permit", () => {
    it("sets the allowance, raises the nonce by one and emits Approval, whoever sends it", async () => {
      const { token } = protocol;
      await expect(token.connect(other).permit(...(await sign())))
        .to.emit(token, "Approval")
        .withArgs(holder, spender, VALUE);
      expect(await token.allowance(holder, spender)).to.equal(VALUE);
      expect(await token.nonces(holder)).to.equal(1n);
      expect(await token.nonces(other)).to.equal(0n);
    });

    it("puts its value in the place of an allowance, zero included", async () => {
      const { token } = protocol;
      await token.connect(holder).approve(spender, 7n);
      for (const [index, value] of [VALUE, 0n, MaxUint256].entries()) {
        await token.permit(...(await sign({ value, nonce: BigInt(index) })));
        expect(await token.allowance(holder, spender)).to.equal(value);
      }
    });

    it("holds in the second of its deadline, and not after it", async () => {
      const { token } = protocol;
      const deadline = (await now(protocol)) + 100n;
      await nextAt(protocol, deadline);
      await token.permit(...(await sign({ deadline })));
      await nextAt(protocol, deadline + 1n);
      await expect(token.permit(...(await sign({ nonce: 1n, deadline }))))
        .to.be.revertedWithCustomError(token, "ERC2612ExpiredSignature")
        .withArgs(deadline);
    });

    it("is for no owner zero, whose signature nobody can make", async () => {
      const { token } = protocol;
      const [, , value, deadline, v, r, s] = await sign({ owner: ZeroAddress });
      await refused([ZeroAddress, spender.address, value, deadline, v, r, s], "ERC2612InvalidSigner");
      // What the recovery answers with the zero address.
      await refused([ZeroAddress, spender.address, value, deadline, 0, r, s], "ECDSAInvalidSignature");
      expect(await token.allowance(ZeroAddress, spender)).to.equal(0n);
    });

    it("takes the present nonce only: none before, none ahead, and none twice", async () => {
      const { token } = protocol;
      await refused(await sign({ nonce: 1n }), "ERC2612InvalidSigner");
      const first = await sign();
      await token.permit(...first);
      await refused(first, "ERC2612InvalidSigner");
    });

    it("takes the owner's signature only, of exactly these terms", async () => {
      const { token } = protocol;
      await expect(token.permit(...(await sign({ signer: other }))))
        .to.be.revertedWithCustomError(token, "ERC2612InvalidSigner")
        .withArgs(other, holder);
      const [owner, to, value, deadline, v, r, s] = await sign();
      await refused([owner, to, value + 1n, deadline, v, r, s], "ERC2612InvalidSigner");
      await refused([owner, other.address, value, deadline, v, r, s], "ERC2612InvalidSigner");
      await refused([owner, to, value, deadline - 1n, v, r, s], "ERC2612InvalidSigner");
      await refused([other.address, to, value, deadline, v, r, s], "ERC2612InvalidSigner");
    });

    it("takes no signature that is none, and not the other one of the same two", async () => {
      const [owner, to, value, deadline, v, r, s] = await sign();
      await refused([owner, to, value, deadline, 29, r, s], "ECDSAInvalidSignature");
      const mirrored = `0x${(ORDER - BigInt(s)).toString(16).padStart(64, "0")}`;
      await refused([owner, to, value, deadline, v === 27 ? 28 : 27, r, mirrored], "ECDSAInvalidSignatureS");
    });

    it("can be used before its owner uses it, and then does what the owner signed", async () => {
      const { token, pov, rewards } = protocol;
      await token.connect(await impersonate(protocol, await pov.getAddress())).mint(0n, VALUE);
      const payer = await impersonate(protocol, await rewards.getAddress());
      await token.connect(payer).transfer(holder, VALUE);
      await token.connect(other).permit(...(await sign()));
      await token.connect(spender).transferFrom(holder, spender, VALUE);
      expect(await token.balanceOf(spender)).to.equal(VALUE);
      expect(await token.allowance(holder, spender)).to.equal(0n);
    });
  });

  describe("DOMAIN_SEPARATOR", () => {
    it("is the hash of the domain by EIP-712", async () => {
      const { token } = protocol;
      const domain = await domainOf(protocol, "token");
      expect(await token.DOMAIN_SEPARATOR()).to.equal(TypedDataEncoder.hashDomain(domain));
    });

    it("keeps signatures from another chain and for another contract away", async () => {
      const domain = await domainOf(protocol, "token");
      const voice = await domainOf(protocol, "voice");
      for (const foreign of [
        { ...domain, chainId: domain.chainId + 1n },
        { ...domain, verifyingContract: voice.verifyingContract },
        { ...domain, version: "2" },
        { ...domain, name: "azora" },
      ])
        await refused(await sign({ domain: foreign }), "ERC2612InvalidSigner");
    });
  });

  it("nonces: begins with zero for everybody", async () => {
    for (const account of [holder.address, other.address, ZeroAddress])
      expect(await protocol.token.nonces(account)).to.equal(0n);
  });
});
