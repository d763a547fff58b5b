import { readFileSync } from "node:fs";
import { expect } from "chai";
import { captureOdds } from "./odds.ts";

const OUTLIER = 0.3;
const PANEL = 7;

/** Every way to draw a first panel and then a second one, counted one by one. */
function countedOdds(seats: number, hostile: number, panel: number) {
  const all = Array.from({ length: seats }, (_, seat) => seat);
  const held = (drawn: readonly number[]) => drawn.filter((seat) => seat < hostile).length;
  const firsts = subsets(all, panel);
  const captured = firsts.filter((first) => 2 * held(first) > panel);
  let both = 0;
  for (const first of captured) {
    const seconds = subsets(
      all.filter((seat) => !first.includes(seat)),
      2 * panel + 1,
    );
    both += seconds.filter((second) => held(second) > panel).length / seconds.length;
  }
  return { first: captured.length / firsts.length, both: both / firsts.length };
}

function subsets(from: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return from.flatMap((head, at) => subsets(from.slice(at + 1), size - 1).map((rest) => [head, ...rest]));
}

describe("the odds of a captured score", () => {
  it("are those of every draw counted one by one", () => {
    for (const [seats, hostile, panel] of [
      [10, 3, 3],
      [10, 6, 3],
      [11, 7, 3],
      [12, 9, 3],
    ] as const) {
      const { first, both } = captureOdds({ seats, hostile, panel }, OUTLIER);
      const counted = countedOdds(seats, hostile, panel);
      expect(first).to.be.closeTo(counted.first, 1e-12);
      expect(both).to.be.closeTo(counted.both, 1e-12);
    }
  });

  it("are nothing for nobody, and certain for everybody, who then risks nothing", () => {
    const none = { first: 0, both: 0, breakEven: Number.POSITIVE_INFINITY };
    expect(captureOdds({ seats: 30, hostile: 0, panel: PANEL }, OUTLIER)).to.deep.equal(none);
    const all = { first: 1, both: 1, breakEven: 0 };
    expect(captureOdds({ seats: 30, hostile: 30, panel: PANEL }, OUTLIER)).to.deep.equal(all);
  });

  it("are refused where two panels do not fit", () => {
    expect(() => captureOdds({ seats: 21, hostile: 3, panel: PANEL }, OUTLIER)).to.throw(
      RangeError,
      "21 seats",
    );
    expect(() => captureOdds({ seats: 30, hostile: 31, panel: PANEL }, OUTLIER)).to.throw(RangeError, "31");
  });

  it("stand in SECURITY.md as they are computed", () => {
    const text = readFileSync(new URL("../../../SECURITY.md", import.meta.url), "utf8");
    const percent = (part: number) => `${(100 * part).toFixed(part > 0 && part < 0.001 ? 4 : 1)}%`;
    for (const seats of [30, 100])
      for (const share of [0, 0.1, 0.2, 0.33, 0.5]) {
        const hostile = Math.floor(seats * share);
        const { first, both, breakEven } = captureOdds({ seats, hostile, panel: PANEL }, OUTLIER);
        const gain = Number.isFinite(breakEven) ? `${breakEven.toFixed(1)} bonds` : "never";
        expect(text).to.contain(`| ${seats} | ${hostile} | ${percent(first)} | ${percent(both)} | ${gain} |`);
      }
  });
});
