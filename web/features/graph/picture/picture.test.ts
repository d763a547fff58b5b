import { expect } from "chai";
import type { PackedGraph } from "../model/pack.ts";
import { type Drawn, drawnOf } from "./drawn.ts";
import { labelsOf } from "./labels.ts";
import { arrange } from "./layout.ts";
import { type Box, between, boxOf, covers, fitBox, moveOf } from "./view.ts";

/** Each work was built on the one before it. */
const chain = (count: number): PackedGraph => ({
  works: Array.from({ length: count }, (_, place) => [`0x${place}`, place + 1, null, 0, place]),
  edges: Array.from({ length: count - 1 }, (_, place) => [place + 1, place, 100_000, place]),
});
const nameOf = (number: number) => `Contribution ${number}`;
const FRAME = { left: 0, top: 0, right: 800, bottom: 400 };
const SIZE = { width: 800, height: 400 };
const MARGIN = { width: 320, height: 160 };

function arranged(count: number, known?: Float32Array): Float32Array {
  const { radii, from, to } = drawnOf(chain(count), nameOf);
  return [...arrange({ radii, from, to, ...(known && { known }) })].at(-1)?.places ?? new Float32Array();
}

/** All cite the first. */
const star = (count: number): PackedGraph => ({
  works: Array.from({ length: count }, (_, place) => [`0x${place}`, place + 1, null, 0, 0]),
  edges: Array.from({ length: count - 1 }, (_, place) => [place + 1, 0, 100_000, 0]),
});

/** Where nothing is pointed out, and the graph's origin is seen in the middle. */
const labelsFrom = (drawn: Drawn, places: Float32Array) =>
  labelsOf({
    ...{ drawn, places, view: { k: 1, x: 300, y: 150 }, size: SIZE, frame: FRAME, covered: [], first: [] },
    others: true,
    radiusOf: () => 5,
    widthOf: (text) => text.length * 7,
  });

describe("web: the picture of the graph", () => {
  it("knows the edges of each work, and puts first what matters most", () => {
    const drawn = drawnOf(chain(4), nameOf);
    expect(drawn.edgesOf).to.deep.equal([[0], [0, 1], [1, 2], [2]]);
    expect(drawn.titles[0]).to.equal("Contribution 1");
    expect(drawn.byStrength[0]).to.equal(2);
    expect(drawn.placeOf.get("0x2")).to.equal(2);
  });

  it("is arranged the same way each time, the oldest left, nobody on top of another", () => {
    const places = arranged(40);
    expect(places).to.deep.equal(arranged(40));
    expect(places[0]).to.be.below(places[2 * 39] ?? Number.NaN);
    for (let a = 0; a < 40; a += 1)
      for (let b = 0; b < a; b += 1) {
        const apart = Math.hypot(
          (places[2 * a] ?? 0) - (places[2 * b] ?? 0),
          (places[2 * a + 1] ?? 0) - (places[2 * b + 1] ?? 0),
        );
        expect(apart).to.be.above(8);
      }
  });

  it("hardly moves what is known when a work comes in", () => {
    const before = arranged(40);
    const after = arranged(41, before);
    const moved = before.map((at, place) => Math.abs(at - (after[place] ?? Number.NaN)));
    expect(Math.max(...moved)).to.be.below(80);
  });

  it("is fitted into its frame, and moved instead of drawn while its margin lasts", () => {
    const view = fitBox({ left: -100, top: -50, right: 100, bottom: 50 }, SIZE);
    expect([view.x, view.y]).to.deep.equal([400, 200]);
    expect(moveOf(view, view, MARGIN)).to.deep.equal({ scale: 1, x: 0, y: 0 });
    const moved = { ...view, x: view.x + 300 };
    expect(moveOf(view, moved, MARGIN)).to.deep.equal({ scale: 1, x: 300, y: 0 });
    expect(covers(view, moved, SIZE, MARGIN)).to.equal(true);
    expect(covers(view, { ...view, x: view.x + 330 }, SIZE, MARGIN)).to.equal(false);
    expect(covers(view, { ...view, k: view.k * 3 }, SIZE, MARGIN)).to.equal(false);
  });

  it("glides straight from one view to another", () => {
    const [a, b] = [
      { k: 1, x: 0, y: 0 },
      { k: 4, x: -900, y: 40 },
    ];
    expect(between(a, b, 0, SIZE)).to.deep.equal(a);
    expect(between(a, b, 1, SIZE)).to.deep.equal(b);
    expect(between(a, b, 0.5, SIZE).k).to.equal(2);
  });

  it("names as many works as there is room for, those first that are asked for", () => {
    const drawn = drawnOf(chain(3), nameOf);
    const places = Float32Array.from([0, 0, 4, 4, 300, 0]);
    const named = (first: number[], others: boolean, covered: Box[] = []) =>
      labelsOf({
        ...{ drawn, places, view: { k: 1, x: 10, y: 50 }, size: SIZE, frame: FRAME, covered, first, others },
        radiusOf: () => 5,
        widthOf: (text) => text.length * 7,
      }).map(({ place }) => place);
    expect(named([1], true).sort()).to.deep.equal([1, 2]);
    expect(named([0], true).sort()).to.deep.equal([0, 2]);
    expect(named([0], false)).to.deep.equal([0]);
    expect(named([], true, [{ left: 320, top: 0, right: 400, bottom: 100 }]).sort()).to.deep.equal([0, 2]);
    expect(named([], true, [{ left: 200, top: 0, right: 400, bottom: 100 }])).to.deep.equal([0]);
    expect(boxOf(places, [0, 2])).to.deep.equal({ left: 0, top: 0, right: 300, bottom: 0 });
  });

  it("names the work in the middle of many, across the discs of those around it, and none across another name", () => {
    const count = 60;
    const drawn = drawnOf(star(count), nameOf);
    // In rows, so close that no name has room between them.
    const places = Float32Array.from({ length: 2 * count }, (_, n) => {
      const cell = n < 2 ? 35 : (n >> 1) - 1 + (n >> 1 > 35 ? 1 : 0);
      return n % 2 === 0 ? 12 * (cell % 10) : 12 * Math.floor(cell / 10);
    });
    const labels = labelsFrom(drawn, places);
    expect(labels[0]?.place).to.equal(0);
    const boxes = labels.map(({ text, x, y }) => ({
      left: x,
      right: x + text.length * 7,
      top: y - 8,
      bottom: y + 8,
    }));
    const collide = boxes.filter((a, n) =>
      boxes
        .slice(0, n)
        .some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(collide).to.deep.equal([]);
  });

  it("names what is in sight, however little it matters beside all that is not", () => {
    const count = 1_000;
    const drawn = drawnOf(chain(count), nameOf);
    const last = drawn.byImportance.at(-1) ?? 0;
    const places = new Float32Array(2 * count).fill(50_000);
    places.set([0, 0], 2 * last);
    const labels = labelsFrom(drawn, places);
    expect(labels.map(({ place }) => place)).to.deep.equal([last]);
  });
});
