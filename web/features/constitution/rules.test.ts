import { ruleNames } from "@azora/sdk";
import { articles } from "@azora/sdk/articles";
import { expect } from "chai";
import { en } from "#strings/en.ts";
import { GROUPS, positionOf } from "./rules.ts";

describe("the constitution's page", () => {
  it("has each rule in one group, with words", () => {
    expect(Object.values(GROUPS).flat().sort()).to.deep.equal([...ruleNames].sort());
    expect(Object.keys(en.rules).sort()).to.deep.equal([...ruleNames].sort());
    expect(Object.keys(en.constitution.rules.group).sort()).to.deep.equal(Object.keys(GROUPS).sort());
  });

  it("shows where a value is between its bounds, by orders of magnitude", () => {
    const at = (value: string, min: string, max: string) => positionOf({ value, min, max });
    expect([at("0", "0", "100"), at("100", "0", "100"), at("5", "5", "5")]).to.deep.equal([0, 1, 1]);
    expect(at("9", "0", "99")).to.be.closeTo(0.5, 0.001);
  });

  it("has every article, each with what enforces it", () => {
    expect(articles.map(({ title }) => Number.parseInt(title, 10))).to.deep.equal(
      articles.map((_, i) => i + 1),
    );
    for (const { title, text, enforcedBy, provenBy } of articles) {
      expect([enforcedBy.length > 0, provenBy.length > 0], title).to.deep.equal([true, true]);
      expect(text, title)
        .to.match(/^[A-Z].*\.$/s)
        .and.not.match(/[`*]|Enforced by/);
    }
  });
});
