import { personShares } from "@azora/sdk";
import { generatedHistory, groupManifest } from "@azora/sdk/git";
import type { FilesManifest, GitRangeManifest } from "@azora/sdk/manifest";
import { expect } from "chai";
import { keccak256, numberToHex } from "viem";
import { missingEvidence, practiceVerdict, verdictOn } from "./rubric.ts";

const JUDGE = "0x00000000000000000000000000000000000000A1";
const REGISTRANT = "0x0000000000000000000000000000000000000001";

/** Some work on which the judge's temper is even: neither strict nor kind. */
const EVEN = Array.from({ length: 50 }, (_, index) => keccak256(numberToHex(index))).find((node) => {
  const { rationale } = practiceVerdict(sized(100), JUDGE, node);
  return !rationale.includes("day");
});

function sized(added: number, extra: Partial<GitRangeManifest["totals"]> = {}): GitRangeManifest {
  const manifest = groupManifest(generatedHistory({ seed: 1 }), 0, {
    chainId: 31_337,
    registrant: REGISTRANT,
  });
  const none = { deleted: 0, testLines: 0, docLines: 0, generatedLines: 0 };
  return { ...manifest, totals: { ...manifest.totals, ...none, added, ...extra } };
}

const level = (manifest: GitRangeManifest | FilesManifest) => {
  if (EVEN === undefined) throw new Error("No work meets an even temper.");
  return practiceVerdict(manifest, JUDGE, EVEN).level;
};

describe("practiceVerdict", () => {
  for (const [lines, expected] of [
    [0, 0],
    [1, 1],
    [10, 2],
    [100, 4],
    [1_000, 5],
    [10_000, 7],
    [10_000_000, 8],
  ] as const) {
    it(`gives ${lines} lines level ${expected}`, () => expect(level(sized(lines))).to.equal(expected));
  }

  it("gives one more for tests and one more for documentation", () => {
    expect(level(sized(1_000, { testLines: 100 }))).to.equal(6);
    expect(level(sized(1_000, { testLines: 99, docLines: 50 }))).to.equal(6);
    expect(level(sized(1_000, { testLines: 100, docLines: 50 }))).to.equal(7);
  });

  it("does not count what was generated", () => {
    expect(level(sized(1_000, { generatedLines: 1_000 }))).to.equal(0);
  });

  it("is the same every time, and says that it is practice", () => {
    const first = practiceVerdict(sized(77), JUDGE, `0x${"11".repeat(32)}`);
    expect(practiceVerdict(sized(77), JUDGE, `0x${"11".repeat(32)}`)).to.deep.equal(first);
    expect(first.rationale).to.match(/^Practice judge, scoring by size on a local chain/);
  });

  it("gives level 0 where the evidence cannot be had", () => {
    expect(missingEvidence().level).to.equal(0);
  });

  it("gives level 0, and says so, where the evidence speaks of another registration", () => {
    const manifest = sized(1_000);
    const attribution = { contributors: personShares(manifest.contributors), upstream: [] };
    const own = { chainId: 31_337, registrant: REGISTRANT, attribution, contribution: keccak256("0x") };
    expect(manifest.upstream).to.deep.equal([]);
    expect(verdictOn(own, manifest, JUDGE)).to.deep.equal(practiceVerdict(manifest, JUDGE, own.contribution));
    expect(verdictOn(own, undefined, JUDGE)).to.deep.equal(missingEvidence());
    const copied = verdictOn({ ...own, registrant: JUDGE }, manifest, JUDGE);
    expect(copied.level).to.equal(0);
    expect(copied.rationale).to.contain("speaks of another registration");
  });
});
