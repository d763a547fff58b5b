import { expect } from "chai";
import { duration, exactTime, isoTime, relativeTime } from "./time.ts";

const NOW = 1_800_000_000;

describe("a time", () => {
  const cases: [number, string][] = [
    [0, "now"],
    [-1, "1 second ago"],
    [-59, "59 seconds ago"],
    [-60, "1 minute ago"],
    [-119, "1 minute ago"],
    [-3_600, "1 hour ago"],
    [-86_400, "1 day ago"],
    [-86_400 * 44, "44 days ago"],
    [-86_400 * 365 * 3, "2 years ago"],
    [20, "in 20 seconds"],
    [86_400, "in 1 day"],
    [86_400 * 60, "in 1 month"],
  ];
  for (const [distance, text] of cases) {
    it(`reads "${text}" at ${distance} seconds`, () => {
      expect(relativeTime(NOW + distance, NOW, "en")).equal(text);
    });
  }

  it("is said in the reader's language", () => {
    const said = [0, -60, -7_200, 86_400 * 3].map((distance) => relativeTime(NOW + distance, NOW, "zu"));
    expect(said).deep.equal([
      "manje",
      "1 iminithi eledlule",
      "emahoreni angu-2 edlule",
      "ezinsukwini ezingu-3 ezizayo",
    ]);
  });

  it("is exact in UTC where that is asked for", () => {
    expect(exactTime(1_795_633_435)).equal("2026-11-25 19:03:55 UTC");
    expect(isoTime(0)).equal("1970-01-01T00:00:00.000Z");
  });

  it("lasts at most two units", () => {
    expect([0, 40, 60, 90, 3_600, 90_061, -5].map(duration)).deep.equal([
      "0 s",
      "40 s",
      "1 min",
      "1 min 30 s",
      "1 h",
      "1 d 1 h",
      "0 s",
    ]);
  });
});
