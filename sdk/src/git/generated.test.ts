import { expect } from "chai";
import { canonicalManifest } from "../manifest/index.ts";
import { OptionOutOfRangeError } from "./errors.ts";
import { generatedHistory, MAX_LAYERS } from "./generated.ts";
import { layers } from "./layers.ts";
import { groupManifest } from "./manifest.ts";

const registrant = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

describe("a generated history", () => {
  it("follows from its seed alone", () => {
    const one = JSON.stringify(generatedHistory({ seed: 1 }));
    expect(JSON.stringify(generatedHistory({ seed: 1 }))).equal(one);
    expect(JSON.stringify(generatedHistory({ seed: 2 }))).not.equal(one);
  });

  it("keeps every bound for many seeds", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const history = generatedHistory({ seed, contributions: seed % 2 ? 30 : 36, people: seed % 3 ? 8 : 9 });
      const { groups } = history;
      expect(groups.length).least(30);
      expect(new Set(groups.map(({ key }) => key)).size).equal(groups.length);
      expect(new Set(groups.flatMap(({ shares }) => shares.map(({ subject }) => subject))).size).least(8);
      expect(groups.reduce((sum, { upstream }) => sum + upstream.length, 0)).least(10);
      expect(layers(groups).length).within(2, MAX_LAYERS);
      for (const { shares, upstream } of groups) {
        expect(shares.reduce((sum, { weight }) => sum + weight, 0)).equal(1_000_000);
        expect(upstream.reduce((sum, { weight }) => sum + weight, 0)).most(300_000);
        expect([...shares, ...upstream].every(({ weight }) => weight >= 100)).equal(true);
      }
      const sizes = groups.map(({ totals }) => totals.added + totals.deleted).sort((a, b) => a - b);
      expect((sizes.at(-4) ?? 0) / (sizes[3] ?? 1)).above(10); // a rubric over size tells them apart
    }
  });

  it("makes valid evidence", () => {
    const history = generatedHistory({ seed: "demo" });
    const all = history.groups.map((_, index) => {
      return canonicalManifest(groupManifest(history, index, { chainId: 31_337, registrant })).length;
    });
    expect(Math.min(...all)).above(500);
  });

  it("refuses sizes that make no history", () => {
    for (const wrong of [{ contributions: 0 }, { contributions: 1_001 }, { people: 0 }, { people: 1.5 }]) {
      expect(() => generatedHistory({ seed: 1, ...wrong })).throw(OptionOutOfRangeError);
    }
  });
});
