import { expect } from "chai";
import { sightOf } from "./useSight.ts";

describe("rows in sight", () => {
  const sizes = { height: 50, top: 1_000 };
  const at = (place: number, count = 1_000) => {
    const { from, to } = sightOf({ place, window: 500 }, sizes, count);
    return [from, to];
  };

  it("are those in the window, and some around them", () => {
    expect(at(6_000)).to.deep.equal([94, 117]);
  });

  it("are none above the first, and none after the last", () => {
    expect(at(0)).to.deep.equal([0, 0]);
    expect(at(800)).to.deep.equal([0, 13]);
    expect(at(6_000, 100)).to.deep.equal([94, 100]);
    expect(at(90_000, 100)).to.deep.equal([100, 100]);
    expect(at(6_000, 0)).to.deep.equal([0, 0]);
  });
});
