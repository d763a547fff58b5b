import { expect } from "chai";
import { ZeroHash } from "ethers";
import { fresh } from "../../support/fixture.ts";
import type { Protocol } from "../../support/protocol.ts";
import { domainOf, signing } from "../../support/typed.ts";

/** Name, version, chain id and contract, without a salt: a bit each, from the lowest on. */
const FIELDS = "0x0f";

/** Every contract that takes signatures, against the text of ERC-5267. */
describe("ERC-5267: who takes signatures tells its EIP-712 domain", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    protocol = await fresh();
  });

  for (const contract of signing) {
    it(`${contract}: eip712Domain has the fields that are used, their values, and nothing else`, async () => {
      const told = await protocol[contract].eip712Domain();
      const { fields, name, version, chainId, verifyingContract, salt, extensions } = told;
      expect({ name, version, chainId, verifyingContract }).to.deep.equal(await domainOf(protocol, contract));
      expect(fields).to.equal(FIELDS);
      expect(salt).to.equal(ZeroHash);
      expect([...extensions]).to.deep.equal([]);
    });

    it(`${contract}: a domain that never changes has no EIP712DomainChanged to tell`, async () => {
      const { ethers } = protocol;
      const address = await protocol[contract].getAddress();
      const topic = ethers.id("EIP712DomainChanged()");
      const logs = await ethers.provider.getLogs({ address, topics: [topic], fromBlock: 0 });
      expect(logs).to.have.length(0);
    });
  }
});
