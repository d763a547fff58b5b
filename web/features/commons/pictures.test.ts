import { expect } from "chai";
import { lineOf } from "./history.ts";
import { layOut } from "./sankey.ts";

const SIZE = { width: 400, labelWidth: 100, rowHeight: 40, barHeight: 200 };
const FLOWS = {
  minted: 1_000n,
  people: 900n,
  tenths: 100n,
  rewards: 0n,
  gifts: 0n,
  held: 60n,
  granted: 0n,
  stipends: 40n,
};

describe("the picture of what flows through the fund", () => {
  it("draws each amount as high as it is, and nothing for what is nothing", () => {
    const { sources, fund, targets, ribbons } = layOut(FLOWS, SIZE);
    expect(sources.map(({ place, height }) => [place, height])).to.deep.equal([["minted", 200]]);
    expect(targets.map(({ place, height }) => [place, height])).to.deep.equal([
      ["people", 180],
      ["held", 12],
      ["stipends", 8],
    ]);
    expect(fund.height).to.equal(20);
    expect(ribbons.map(({ isPeoples }) => isPeoples)).to.deep.equal([true, false, false, false]);
  });

  it("keeps everything within itself, and labels apart", () => {
    const { width, height, sources, targets, fund } = layOut(
      { ...FLOWS, rewards: 1n, gifts: 1n, granted: 1n, held: 59n },
      SIZE,
    );
    for (const { x, y, height: each } of [...sources, ...targets, fund]) {
      expect(x).to.be.within(0, width);
      expect(y + each).to.be.within(0, height);
    }
    for (const bars of [sources, targets])
      for (const [i, { y }] of bars.slice(1).entries()) expect(y - (bars[i]?.y ?? 0)).to.be.at.least(20);
  });
});

describe("the picture of what the fund held", () => {
  const change = (start: number, came: bigint, left: bigint, held: bigint) => ({
    start,
    end: start + 10,
    came,
    left,
    held,
  });
  const size = { width: 100, height: 50, stripHeight: 20 };

  it("begins with what there was before, rests where nothing happened, and ends now", () => {
    const { path, most, bars } = lineOf([change(0, 10n, 0n, 10n), change(40, 0n, 5n, 5n)], 100, size);
    expect(path).to.equal("M0,50 L10,0 L40,0 L50,25 L100,25");
    expect(most).to.equal(10n);
    expect(bars.map(({ x, came, left }) => [x, came, left])).to.deep.equal([
      [0, 10, 0],
      [40, 0, 5],
    ]);
  });

  it("ends what is under way with the present block", () => {
    expect(lineOf([change(0, 4n, 0n, 4n)], 5, size).path).to.equal("M0,50 L100,0 L100,0");
    expect(lineOf([], 5, size).path).to.equal("");
  });
});
