import { expect } from "chai";
import { work } from "../fixture.ts";
import { cursorOf, type Loaded, NOTHING_LOADED, type Page, withNews, withNext, withPushed } from "./pages.ts";

const page = (next: string | null, ...numbers: number[]): Page => ({
  items: numbers.map((number) => work({ id: `0x${number}`, number })),
  next,
});
const numbers = ({ works }: Loaded) => works.map(({ number }) => number);

describe("a list that goes on", () => {
  const first = withNext(NOTHING_LOADED, "after 8", page("after 5", 7, 6, 5));
  const two = withNext(first, "after 5", page(null, 4, 3));

  it("goes on where it ended", () => {
    expect(numbers(two)).to.deep.equal([7, 6, 5, 4, 3]);
    expect([first.next, two.next]).to.deep.equal(["after 5", null]);
  });

  it("knows which page a row is of", () => {
    expect([0, 2, 3, 4].map((place) => cursorOf(two, place))).to.deep.equal([
      "after 8",
      "after 8",
      "after 5",
      "after 5",
    ]);
    expect(cursorOf(NOTHING_LOADED, 0)).to.equal(undefined);
  });

  it("shows what has changed of its rows, and no others", () => {
    const news = page(null, 9, 6, 4).items.map((each) => ({ ...each, level: 3 }));
    const after = withNews(two, "after 8", { items: news, next: null });
    expect(after.works.map(({ level }) => level)).to.deep.equal([null, 3, null, null, null]);
    expect(two.works.map(({ level }) => level)).to.deep.equal([null, null, null, null, null]);
    expect(withNews(two, "of another list", { items: news, next: null })).to.deep.equal(two);
    expect(numbers(after)).to.deep.equal(numbers(two));
  });

  it("takes up what new rows have pushed out of the page above it", () => {
    const after = withPushed(two, "after 10", page("after 6", 9, 8, 7, 6));
    expect(numbers(after)).to.deep.equal([9, 8, 7, 6, 5, 4, 3]);
    expect([1, 2, 5].map((place) => cursorOf(after, place))).to.deep.equal([
      "after 10",
      "after 8",
      "after 5",
    ]);
    expect(after.next).to.equal(null);
  });

  it("begins anew where more came in than a page has", () => {
    const after = withPushed(two, "after 30", page("after 28", 29, 28));
    expect(numbers(after)).to.deep.equal([29, 28]);
    expect(after.next).to.equal("after 28");
  });

  it("stays as it is when nothing was pushed out", () => {
    expect(withPushed(two, "after 8", page("after 5", 7, 6, 5))).to.equal(two);
  });
});
