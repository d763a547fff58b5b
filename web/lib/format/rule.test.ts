import { expect } from "chai";
import { en } from "#strings/en.ts";
import { zu } from "#strings/zu.ts";
import { sayRule, saySpan } from "./rule.ts";

describe("a rule's value", () => {
  it("is said with its unit", () => {
    expect(sayRule("RegistrationBond", 10_000_000n, en)).to.equal("0.01 ETH");
    expect(sayRule("SeatThreshold", 51_200_000_000n, en)).to.equal("51,200 AZR");
    expect(sayRule("CitadelCap", 10_000n, en)).to.equal("1%");
    expect(sayRule("ArmingDelay", 7_000n, en)).to.equal("7,000 blocks");
    expect(sayRule("ArmingDelay", 1n, en)).to.equal("1 block");
    expect(sayRule("PanelLimit", 7n, en)).to.equal("7");
    expect(sayRule("SealDelay", 172_800n, en)).to.equal("2 days");
  });

  it("is said in the reader's language", () => {
    expect(sayRule("ArmingDelay", 7_000n, zu)).to.equal("amabhulokhi angu-7,000");
    expect(sayRule("SealDelay", 172_800n, zu)).to.equal("2 izinsuku");
  });

  it("lasts to the second", () => {
    expect([0n, 1n, 5_400n, 90_061n].map((seconds) => saySpan(seconds, en))).to.deep.equal([
      "0 seconds",
      "1 second",
      "1 hour 30 minutes",
      "1 day 1 hour 1 minute 1 second",
    ]);
  });
});
