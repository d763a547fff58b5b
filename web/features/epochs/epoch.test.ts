import { expect } from "chai";
import type { Epoch } from "#lib/api/types.ts";
import { priceCapOf, shareOfBudget, stateOf } from "./epoch.ts";

const epoch: Epoch = {
  ...{ number: 1, start: 60, end: 120, sealableAt: 130, points: "32", isSealed: false, sealedAt: null },
  ...{ budget: "1000000", rate: null, accepted: 1, settled: 0, minted: "0" },
};

describe("an epoch", () => {
  it("is open, over, ready to be sealed, and sealed", () => {
    expect([119, 120, 129, 130].map((now) => stateOf(epoch, now))).deep.equal([
      ...["open", "over", "over", "sealable"],
    ]);
    expect(stateOf({ ...epoch, isSealed: true }, 119)).equal("sealed");
  });

  it("takes a part of its budget", () => {
    expect(shareOfBudget(32_000n, 1_000_000n)).deep.equal({ part: 0.032, text: "3.2%" });
    expect(shareOfBudget(1n, 0n)).deep.equal({ part: 0, text: "0%" });
  });

  it("pays no more than the price cap, a rule in millionths of an AZR", () => {
    const rule = {
      name: "PointPriceCap",
      unit: "micro-AZR",
      value: "100000000",
      min: "0",
      max: "1",
    } as const;
    expect(priceCapOf({ rules: [rule] })).equal(100n * 10n ** 18n);
  });
});
