import { expect } from "chai";
import { createDeployment } from "./addresses.ts";
import { placeOf, readDeed } from "./deeds.ts";
import { Rule } from "./generated/enums.ts";
import { amendCall, setCriticCall } from "./governanceCalls.ts";

const { addresses } = createDeployment({
  chainId: 1,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const hash = `0x${"cd".repeat(32)}` as const;

describe("what a proposal's call does", () => {
  it("is read by its name, with the names of its arguments", () => {
    expect(readDeed(amendCall(addresses, Rule.ReviewStipend, 5, hash).data)).to.deep.equal({
      name: "amend",
      args: [
        { name: "rule", value: `${Rule.ReviewStipend}` },
        { name: "value", value: "5" },
        { name: "rationaleHash", value: hash },
      ],
    });
    expect(readDeed(setCriticCall(addresses, addresses.voice, true).data)?.args.at(-1)?.value).to.equal(
      "true",
    );
  });

  it("is not guessed at", () => {
    for (const data of ["0x", "0x12345678", "0xa9059cbb"] as const)
      expect(readDeed(data)).to.equal(undefined);
  });

  it("is done at one of the protocol's places, or elsewhere", () => {
    expect(placeOf(addresses, addresses.citadelFund)).to.equal("citadelFund");
    expect(placeOf(addresses, "0x5FbDB2315678afecb367f032d93F642f64180aa3")).to.equal(undefined);
  });
});
