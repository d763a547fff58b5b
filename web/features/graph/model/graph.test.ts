import { expect } from "chai";
import { chooseWorks, pageOf } from "./choose.ts";
import { type Graph, graphOf, type WorkRow } from "./graph.ts";
import { packGraph } from "./pack.ts";
import { type GraphQuery, graphHref, parseGraphQuery } from "./query.ts";

const row = (number: number, changes: Partial<WorkRow> = {}): WorkRow => ({
  ...{ id: `0x${number}`, number, title: `Work ${number}`, phase: "Settled", level: 5, amount: "0" },
  ...changes,
});

/** The third was built on both others, the second on the first. */
function sample(): Graph {
  return graphOf({
    works: [
      row(1, { title: "A map of the wells" }),
      row(2, { title: "A map of the roads", phase: "Voting", level: null }),
      row(3, { title: null, phase: "Void", amount: "5000000000000000000" }),
    ],
    citations: [
      { contribution: "0x3", upstream: "0x1", weight: 50_000 },
      { contribution: "0x2", upstream: "0x1", weight: 200_000 },
      { contribution: "0x3", upstream: "0x2", weight: 70_000 },
      { contribution: "0x9", upstream: "0x1", weight: 1_000 },
    ],
    payments: [
      { source: "0x2", node: "0x1", amount: "1230000000000000000" },
      { source: "0x2", node: "0x1", amount: "4" },
      { source: "0x3", node: "0x1", amount: "10" },
      { source: "0x1", node: "0x3", amount: "99" },
    ],
    isWhole: true,
  });
}

const query = (changes: Partial<GraphQuery> = {}): GraphQuery => ({ ...parseGraphQuery({}), ...changes });

describe("web: the graph of attributions", () => {
  it("adds up what flowed along each citation, and for each work what came and went", () => {
    const { byId, edges } = sample();
    expect(edges.map(({ from, to, paid }) => [from.number, to.number, paid])).to.deep.equal([
      [3, 1, 10n],
      [2, 1, 1_230_000_000_000_000_004n],
      [3, 2, 0n],
    ]);
    expect(byId.get("0x1")).to.include({ received: 1_230_000_000_000_000_014n, given: 0n });
    expect(byId.get("0x3")).to.include({ received: 0n, given: 10n });
  });

  it("knows of each work both sides, the largest parts first, and leaves out what it does not have", () => {
    const { byId } = sample();
    expect(byId.get("0x1")?.citedBy.map(({ from }) => from.number)).to.deep.equal([2, 3]);
    expect(byId.get("0x3")?.upstream.map(({ to }) => to.number)).to.deep.equal([2, 1]);
  });

  it("is packed by places, with amounts that are good enough to draw", () => {
    expect(packGraph(sample())).to.deep.equal({
      works: [
        ["0x1", 1, "A map of the wells", 0, 1.23],
        ["0x2", 2, "A map of the roads", 1, 0],
        ["0x3", 3, null, 2, 5],
      ],
      edges: [
        [2, 0, 50_000, 0],
        [1, 0, 200_000, 1.23],
        [2, 1, 70_000, 0],
      ],
    });
  });

  it("is searched by beginnings of words and by number, by state, and in an order", () => {
    const numbers = (changes: Partial<GraphQuery>) =>
      chooseWorks(sample(), query(changes)).map(({ number }) => number);
    expect(numbers({})).to.deep.equal([1, 2, 3]);
    expect(numbers({ q: "ma we" })).to.deep.equal([1]);
    expect(numbers({ q: "3" })).to.deep.equal([3]);
    expect(numbers({ q: "?!" })).to.deep.equal([]);
    expect(numbers({ state: "open" })).to.deep.equal([2]);
    expect(numbers({ order: "minted" })).to.deep.equal([3, 1, 2]);
    expect(numbers({ order: "newest" })).to.deep.equal([3, 2, 1]);
    expect(numbers({ order: "oldest" })).to.deep.equal([1, 2, 3]);
  });

  it("has pages, of which a number beyond the last is the last", () => {
    expect(pageOf([1, 2, 3], 2, 2)).to.deep.equal({ page: 2, pages: 2, items: [3] });
    expect(pageOf([1, 2, 3], 9, 2).page).to.equal(2);
    expect(pageOf([], 1, 2)).to.deep.equal({ page: 1, pages: 1, items: [] });
  });

  it("has an address for each view, and takes what makes no sense for nothing", () => {
    const focus = `0x01${"ab".repeat(31)}`;
    const parsed = parseGraphQuery({ q: " map ", state: "paid", order: "newest", focus, page: "3" });
    expect(graphHref(parsed)).to.equal(`/graph?q=map&state=paid&focus=${focus}&order=newest&page=3`);
    const nonsense = parseGraphQuery({ q: " ", state: "odd", order: "", focus: "0x1", page: "-1" });
    expect(nonsense).to.deep.equal(parseGraphQuery({}));
    expect(graphHref(nonsense)).to.equal("/graph");
  });
});
