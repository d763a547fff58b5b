import { expect } from "chai";
import { compareHref, MOST, parseCompareQuery } from "./query.ts";

const id = (n: number) => `0x01${String(n).padStart(62, "0")}`;

describe("web: the address of a comparison", () => {
  it("names works as a link does, and as check boxes do", () => {
    expect(parseCompareQuery({ ids: `${id(1)},${id(2)}` }).ids).to.deep.equal([id(1), id(2)]);
    expect(parseCompareQuery({ ids: [id(1), id(2)] }).ids).to.deep.equal([id(1), id(2)]);
    expect(compareHref([id(1), id(2)])).to.equal(`/contributions/compare?ids=${id(1)},${id(2)}`);
  });

  it("names each work once and only so many, and leaves out what is no work", () => {
    const many = Array.from({ length: MOST + 2 }, (_, n) => id(n));
    expect(
      parseCompareQuery({ ids: [id(1).toUpperCase().replace("0X", "0x"), id(1), "1", ""] }),
    ).to.deep.equal({
      ids: [id(1)],
      q: undefined,
    });
    expect(parseCompareQuery({ ids: many }).ids).to.have.length(MOST);
    expect(parseCompareQuery({ q: " map " })).to.deep.equal({ ids: [], q: "map" });
    expect(compareHref([])).to.equal("/contributions/compare");
  });
});
