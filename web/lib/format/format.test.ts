import { expect } from "chai";
import { formatBytes } from "./bytes.ts";
import { accountNode, nodeAddress, shortHex } from "./hex.ts";
import { formatPercent } from "./percent.ts";

describe("a hexadecimal name", () => {
  it("is short enough to recognise, in one spelling", () => {
    expect(shortHex("0xEe7f6A930B29d7350498Af97f0F9672EaecbeeFf")).equal("0xee7f…eeff");
    expect(shortHex("0xAbc")).equal("0xAbc");
  });

  it("is an account's node or is not", () => {
    const address = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
    const node = accountNode(address);
    expect(node).equal("0x0000000000000000000000003c44cdddb6a900fa2b585dd299e03d12fa4293bc");
    expect(nodeAddress(node)).equal(address.toLowerCase());
    expect(nodeAddress(`0x01${"0".repeat(62)}`)).equal(undefined);
    expect(nodeAddress(`0x02${"f".repeat(62)}`)).equal(undefined);
  });
});

describe("a percentage", () => {
  it("has digits where they say something, and is never 0% for more than nothing", () => {
    const parts = [0, 0.000_001, 0.0003, 0.0316, 0.5, 1];
    expect(parts.map(formatPercent)).deep.equal(["0%", "<0.01%", "0.03%", "3.2%", "50%", "100%"]);
  });
});

describe("a size", () => {
  it("is in powers of a thousand", () => {
    expect([0, 999, 1_000, 5_040_000, 2e12].map(formatBytes)).deep.equal([
      "0 B",
      "999 B",
      "1.0 kB",
      "5.0 MB",
      "2.0 TB",
    ]);
  });
});
