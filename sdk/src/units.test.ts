import { expect } from "chai";
import { formatAzr, formatPpm, formatRule, formatSeconds, gweiToWei, microAzrToWei, short } from "./units.ts";

describe("units", () => {
  it("are exact", () => {
    expect(gweiToWei(3n)).to.equal(3_000_000_000n);
    expect(microAzrToWei(3n)).to.equal(3_000_000_000_000n);
    expect(formatAzr(1_000_000_000_000_000_000_000_001n)).to.equal("1,000,000.000000000000000001 AZR");
  });

  it("are said as people say them", () => {
    expect(formatPpm(300_000n)).to.equal("30%");
    expect(formatPpm(100n)).to.equal("0.01%");
    expect(formatSeconds(90_061n)).to.equal("1 day 1 hour 1 minute 1 second");
    expect(formatSeconds(0n)).to.equal("0 seconds");
    expect(formatRule("RegistrationBond", 10_000_000n)).to.equal("0.01 ETH");
    expect(formatRule("PointPriceCap", 1_500_000n)).to.equal("1.5 AZR");
    expect(formatRule("SeatThreshold", 51_200_000_000n)).to.equal("51,200 AZR");
    expect(formatRule("ArmingDelay", 7_000n)).to.equal("7,000 blocks");
    expect(formatRule("ArmingDelay", 1n)).to.equal("1 block");
    expect(short("0x1234567890abcdef")).to.equal("0x1234…cdef");
  });
});
