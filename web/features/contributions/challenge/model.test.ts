import { expect } from "chai";
import { work } from "../fixture.ts";
import { actOn, directionsOf, endOf, groundsOf, numbersOf, zeroedBy } from "./model.ts";

describe("what can be done about a judgement", () => {
  const scored = work({ phase: "Scored", level: 5, challengeEnd: 100 });

  it("can be challenged until its window ends, once", () => {
    expect(actOn(scored, 99)).to.equal("challenge");
    expect(actOn(scored, 100)).to.equal(undefined);
    expect(actOn(work({ phase: "Accepted", level: 5 }), 99)).to.equal(undefined);
    const challenge = { outcome: "Dismissed" } as NonNullable<typeof scored.challenge>;
    expect(actOn({ ...scored, challenge }, 99)).to.equal(undefined);
  });

  it("can be opened again if it is void", () => {
    expect(actOn(work({ phase: "Void" }), 99)).to.equal("reopen");
  });

  it("has directions with room for two levels, and grounds that fit them", () => {
    expect([0, 1, 2, 8, 9, 10].map(directionsOf)).to.deep.equal([
      ["Up"],
      ["Up"],
      ["Up", "Down"],
      ["Up", "Down"],
      ["Down"],
      ["Down"],
    ]);
    expect(groundsOf("Up")).to.deep.equal(["Value", "Conflict"]);
    expect(groundsOf("Down")).to.have.length(5);
  });

  it("says that a work is worth nothing where that is what its ground means", () => {
    expect(endOf({ outcome: "Upheld", ground: "Constitution" })).to.equal("Worthless");
    expect(endOf({ outcome: "Upheld", ground: "Value" })).to.equal("Upheld");
    expect(endOf({ outcome: "Dismissed", ground: "Plagiarism" })).to.equal("Dismissed");
  });

  it("names the ground on which a work became worth nothing", () => {
    const upheld = { outcome: "Upheld", ground: "Plagiarism" } as NonNullable<typeof scored.challenge>;
    expect(zeroedBy({ challenge: upheld })).to.equal("Plagiarism");
    expect(zeroedBy({ challenge: { ...upheld, ground: "Value" } })).to.equal(undefined);
    expect(zeroedBy({ challenge: null })).to.equal(undefined);
  });

  it("has the numbers of the contracts", () => {
    expect(numbersOf("Down", "Plagiarism")).to.deep.equal({ direction: 1, ground: 3 });
  });
});
