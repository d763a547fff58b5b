import { expect } from "chai";
import { concatHex, getAddress, keccak256, numberToHex } from "viem";
import {
  createDeployment,
  DeploymentError,
  isProtocolAddress,
  parseDeployment,
  protocolAddresses,
} from "./addresses.ts";
import { Role } from "./generated/enums.ts";

const genesis = getAddress("0x5fbdb2315678afecb367f032d93f642f64180aa3");

describe("addresses", () => {
  it("follow from Genesis as in its own addressOf", () => {
    const expected = Object.values(Role).map((role) => {
      const hash = keccak256(concatHex(["0xd694", genesis, numberToHex(role + 1, { size: 1 })]));
      return getAddress(`0x${hash.slice(26)}`);
    });
    expect(Object.values(protocolAddresses(genesis))).to.deep.equal(expected);
  });

  it("read a deployment with or without its addresses", () => {
    const short = { chainId: 31337, genesis: genesis.toLowerCase(), block: 4 };
    const deployment = parseDeployment(short);
    expect(deployment).to.deep.equal(createDeployment(short));
    expect(parseDeployment(JSON.parse(JSON.stringify(deployment)))).to.deep.equal(deployment);
    expect(isProtocolAddress(deployment, genesis)).to.equal(true);
    expect(isProtocolAddress(deployment, deployment.addresses.timelock)).to.equal(true);
    expect(isProtocolAddress(deployment, getAddress(`0x${"11".repeat(20)}`))).to.equal(false);
  });

  it("refuse what is no deployment, and addresses of another", () => {
    for (const json of [
      null,
      {},
      { chainId: 1, genesis: "0x12", block: 0 },
      { chainId: 1.5, genesis, block: 0 },
    ]) {
      expect(() => parseDeployment(json)).to.throw(DeploymentError);
    }
    const addresses = { azoraToken: genesis };
    expect(() => parseDeployment({ chainId: 1, genesis, block: 0, addresses })).to.throw(/azoraToken/);
  });
});
