import { expect } from "chai";
import { layers } from "./layers.ts";

const citing = (...upstream: number[]) => ({ upstream: upstream.map((group) => ({ group })) });

describe("layers of citations", () => {
  it("puts each group after all that it cites, as early as can be", () => {
    const groups = [citing(), citing(0), citing(), citing(1, 2), citing(0, 2)];
    expect(layers(groups)).deep.equal([[0, 2], [1, 4], [3]]);
    expect(layers([])).deep.equal([]);
  });

  it("refuses a citation of itself or of a later group", () => {
    expect(() => layers([citing(0)])).throw(RangeError);
    expect(() => layers([citing(1), citing()])).throw(RangeError);
  });
});
