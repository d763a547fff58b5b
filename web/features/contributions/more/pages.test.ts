import { expect } from "chai";
import { work } from "../fixture.ts";
import {
  type Loaded,
  missingIn,
  NOTHING_LOADED,
  type Page,
  partAt,
  withNews,
  withNext,
  withoutFar,
  withPushed,
  worksIn,
} from "./pages.ts";

const page = (next: string | null, ...numbers: number[]): Page => ({
  items: numbers.map((number) => work({ id: `0x${number}`, number })),
  next,
});
const numbers = (loaded: Loaded) => worksIn(loaded, 0, loaded.count).map((each) => each?.number);

describe("a list that goes on", () => {
  const first = withNext(NOTHING_LOADED, "after 8", page("after 5", 7, 6, 5));
  const two = withNext(first, "after 5", page(null, 4, 3));

  it("goes on where it ended", () => {
    expect(numbers(two)).to.deep.equal([7, 6, 5, 4, 3]);
    expect([first.next, two.next]).to.deep.equal(["after 5", null]);
  });

  it("gives the rows from one place up to another, across pages, and none beyond its end", () => {
    expect(worksIn(two, 2, 4).map((each) => each?.number)).to.deep.equal([5, 4]);
    expect(worksIn(two, 4, 9).map((each) => each?.number)).to.deep.equal([3]);
    expect(worksIn(two, 7, 9)).to.deep.equal([]);
    expect(worksIn(NOTHING_LOADED, 0, 9)).to.deep.equal([]);
  });

  it("knows which page a row is of", () => {
    expect([0, 2, 3, 4].map((place) => partAt(two, place)?.cursor)).to.deep.equal([
      "after 8",
      "after 8",
      "after 5",
      "after 5",
    ]);
    expect(partAt(NOTHING_LOADED, 0)).to.equal(undefined);
  });

  it("has a page as it is now, and the others at their places", () => {
    const after = withNews(two, "after 8", page("after 5", 7, 5));
    expect(numbers(after)).to.deep.equal([7, 5, 4, 3]);
    expect(partAt(after, 2)?.cursor).to.equal("after 5");
    expect([after.count, after.next]).to.deep.equal([4, null]);
    expect(withNews(two, "of another list", page(null, 9))).to.deep.equal(two);
  });

  it("takes up what new rows have pushed out of the page above it", () => {
    const after = withPushed(two, "after 10", page("after 6", 9, 8, 7, 6), "0x7");
    expect(numbers(after)).to.deep.equal([9, 8, 7, 6, 5, 4, 3]);
    expect([1, 2, 5].map((place) => partAt(after, place)?.cursor)).to.deep.equal([
      "after 10",
      "after 8",
      "after 5",
    ]);
    expect(after.next).to.equal(null);
  });

  it("begins anew where more came in than a page has", () => {
    const after = withPushed(two, "after 30", page("after 28", 29, 28), "0x7");
    expect(numbers(after)).to.deep.equal([29, 28]);
    expect(after.next).to.equal("after 28");
  });

  it("stays as it is when nothing was pushed out", () => {
    expect(withPushed(two, "after 8", page("after 5", 7, 6, 5), "0x7")).to.equal(two);
  });

  it("lets go of rows that are far away, which then are missing, and takes them back at their places", () => {
    const many = Array.from({ length: 1_500 }, (_, n) => 2_000 - n);
    const long = withNext(withNext(NOTHING_LOADED, "a", page("b", ...many)), "b", page(null, 2, 1));
    expect(withoutFar(long, 700, 740)).to.equal(long);
    const after = withoutFar(long, 0, 40);
    expect(after.count).to.equal(long.count);
    expect(worksIn(after, 1_499, 1_502).map((each) => each?.number)).to.deep.equal([
      501,
      undefined,
      undefined,
    ]);
    expect(withoutFar(after, 0, 40)).to.equal(after);
    expect(missingIn(after, 0, 1_500)).to.equal(undefined);
    const missing = missingIn(after, 1_400, 1_501);
    expect(missing?.cursor).to.equal("b");
    expect(numbers(withNews(after, "b", page(null, 2, 1)))).to.deep.equal(numbers(long));
  });
});
