import { expect } from "chai";
import { UsageError } from "./exit.ts";
import { parseAddress, parseEth, parsePairs, parseWeight, parseWhole } from "./parse.ts";

describe("cli: what people type", () => {
  it("takes whole numbers within bounds and says the bounds otherwise", () => {
    expect(parseWhole("--max", "40", 1, 1_000)).to.equal(40);
    for (const text of ["0", "1001", "4.5", "-1", "1e3", "", " 1", "0x10"]) {
      expect(() => parseWhole("--max", text, 1, 1_000), text).to.throw(
        UsageError,
        `--max must be a whole number from 1 to 1,000; it is "${text}".`,
      );
    }
  });

  it("takes weights with a unit, exactly", () => {
    const cases: [string, number][] = [
      ["60%", 600_000],
      ["33.3333%", 333_333],
      ["0.01%", 100],
      ["100%", 1_000_000],
      ["600000", 600_000],
    ];
    for (const [text, ppm] of cases) expect(parseWeight(text), text).to.equal(ppm);
    expect(() => parseWeight("60")).to.throw(UsageError, "write 60%");
    for (const text of ["", "a", "33.33333%", "-5%", "1e6"]) {
      expect(() => parseWeight(text), text).to.throw(UsageError);
    }
  });

  it("takes lists of shares, with an equals sign in a name or not", () => {
    expect(parsePairs("--contributors", "github:a=60%, npm:@x/y=40%")).to.deep.equal([
      { name: "github:a", weight: 600_000 },
      { name: "npm:@x/y", weight: 400_000 },
    ]);
    for (const text of ["github:a", "=60%", "github:a=60%,"]) {
      expect(() => parsePairs("--contributors", text), text).to.throw(UsageError, "node=weight");
    }
  });

  it("takes an address in one case, or in both with the right checksum", () => {
    const address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    expect(parseAddress("--to", address)).to.equal(address);
    expect(parseAddress("--to", address.toLowerCase())).to.equal(address);
    for (const text of [address.replace("f39F", "f39f"), address.slice(0, -1), "alice.eth", ""]) {
      expect(() => parseAddress("--to", text), text).to.throw(UsageError, "--to must be an address");
    }
  });

  it("takes ETH to the wei", () => {
    expect(parseEth("--max-bond", "0.000000000000000001")).to.equal(1n);
    for (const text of ["-1", "1 ETH", ".5", "0.0000000000000000001"]) {
      expect(() => parseEth("--max-bond", text), text).to.throw(UsageError);
    }
  });
});
