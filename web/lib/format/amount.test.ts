import { expect } from "chai";
import { formatAmount, group } from "./amount.ts";

const ONE = 10n ** 18n;

describe("an amount", () => {
  const cases: [bigint, string, string][] = [
    [0n, "0", "0"],
    [ONE, "1.00", "1"],
    [1_234_567n * ONE + ONE / 2n, "1,234,567.50", "1,234,567.50"],
    // Cut, never rounded up: it must not promise more than there is.
    [2n * ONE - 1n, "1.99", "1.99"],
    [ONE / 100n, "0.01", "0.01"],
    [ONE / 100n - 1n, "0.00999", "0.00999"],
    [123_456_789n, "0.000000000123", "0.000000000123"],
    [1n, "0.000000000000000001", "0.000000000000000001"],
    [-3n * ONE, "-3.00", "-3"],
  ];
  for (const [wei, short, trimmed] of cases) {
    it(`reads ${short} for ${wei} wei`, () => {
      expect(formatAmount(wei)).include({ short, trimmed });
    });
  }

  it("has the decimals of its token", () => {
    expect(formatAmount(1_234_567n, 6)).include({ short: "1.23", exact: "1.234567" });
    expect(formatAmount(5n, 6).short).equal("0.000005");
    expect(formatAmount(1_234n, 0)).include({ short: "1,234.00", trimmed: "1,234", exact: "1,234" });
    expect(formatAmount(0n, 0).short).equal("0");
    expect(formatAmount(15n, 1).short).equal("1.50");
    expect(formatAmount(5n, 1).short).equal("0.50");
  });

  it("is exact to the wei where that is asked for", () => {
    const { exact, wei } = formatAmount(2_332_550_417_105_369_725_431n);
    expect(exact).equal("2,332.550417105369725431");
    expect(wei).equal("2,332,550,417,105,369,725,431");
    expect(formatAmount(ONE).exact).equal("1");
  });

  it("has its digits in groups of three", () => {
    expect([group(999), group(1_000), group("1234567"), group(10n ** 6n)]).deep.equal([
      "999",
      "1,000",
      "1,234,567",
      "1,000,000",
    ]);
  });
});
