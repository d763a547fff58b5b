import { expect } from "chai";
import { due, when } from "./times.ts";

const NOW = 1_700_000_000n;

describe("cli: times", () => {
  it("says how far and exactly when", () => {
    expect(when(NOW + 90n, NOW)).to.equal("in 1 minute 30 seconds (2023-11-14 22:14:50 UTC)");
    expect(when(NOW - 1n, NOW)).to.equal("1 second ago (2023-11-14 22:13:19 UTC)");
    expect(when(NOW, NOW)).to.equal("now (2023-11-14 22:13:20 UTC)");
  });

  it("keeps the two largest units", () => {
    expect(when(NOW + 2n * 86_400n + 3_661n, NOW)).to.match(/^in 2 days 1 hour \(/);
    expect(when(NOW + 3_661n, NOW)).to.match(/^in 1 hour 1 minute \(/);
  });

  it("calls due what could have been done before", () => {
    expect(due(NOW - 60n, NOW)).to.equal("now, since 2023-11-14 22:12:20 UTC");
    expect(due(NOW + 60n, NOW)).to.match(/^in 1 minute \(/);
  });
});
