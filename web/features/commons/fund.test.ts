import { expect } from "chai";
import type { Bucket, Commons, Rule } from "#lib/api/types.ts";
import { allowancesOf, cameIn, changesOf, ETHER, flowsOf } from "./fund.ts";

const AZR = `0x${"a".repeat(40)}`;
const COIN = `0x${"c".repeat(40)}`;
const none = { rewards: "0", granted: "0", stipends: "0", fees: "0" };
const commons: Commons = {
  azr: "1000",
  ether: "50",
  tokens: [
    { ...none, token: AZR, rewards: "7", granted: "100", stipends: "40" },
    { ...none, token: ETHER, fees: "2" },
    { ...none, token: COIN, rewards: "9" },
  ],
  epochs: [],
  grants: [],
  stipends: [],
};
const opened = { granted: "0", stipends: "0", fees: "0", openedAt: 60 };
const cap: Rule = { name: "CitadelCap", unit: "ppm", value: "20000", min: "0", max: "20000" };
const protocol = { epoch: 4, rules: [cap] };

describe("the fund", () => {
  it("takes in what it holds and gave: tenths, rewards, and the rest, which anybody sent", () => {
    const flows = flowsOf(
      { supply: "11000", citadel: { azr: "1000", ether: "50", minted: "1100" } },
      commons,
    );
    expect(flows).to.deep.equal({
      ...{ minted: 11_000n, people: 9_900n, tenths: 1_100n, rewards: 7n, gifts: 33n },
      ...{ held: 1_000n, granted: 100n, stipends: 40n },
    });
    expect(cameIn(flows)).to.equal(1_140n);
  });

  it("is measured by what it has, until somebody touches it in the epoch", () => {
    expect(allowancesOf(commons, protocol)).to.deep.equal([
      { kind: "grants", token: AZR, isOpen: false, most: 20n, spent: 0n, left: 20n },
      { kind: "grants", token: ETHER, isOpen: false, most: 1n, spent: 0n, left: 1n },
    ]);
  });

  it("has left what the cap of the opening leaves after grants and fees, and a quarter of the inflow after stipends", () => {
    const epochs = [
      { ...opened, token: AZR, epoch: 4, opening: "800", granted: "10", stipends: "30" },
      { ...opened, token: COIN, epoch: 4, opening: "100", granted: "9" },
      { ...opened, token: ETHER, epoch: 3, opening: "9000", fees: "1" },
    ];
    expect(allowancesOf({ ...commons, epochs }, protocol)).to.deep.equal([
      { kind: "grants", token: AZR, isOpen: true, most: 16n, spent: 10n, left: 6n },
      // Its epoch is over.
      { kind: "grants", token: ETHER, isOpen: false, most: 1n, spent: 0n, left: 1n },
      // The cap was lowered since.
      { kind: "grants", token: COIN, isOpen: true, most: 2n, spent: 9n, left: 0n },
      // 240 came in.
      { kind: "stipends", token: AZR, isOpen: true, most: 60n, spent: 30n, left: 30n },
    ]);
  });

  it("changes in order of time", () => {
    const bucket = { end: 0, fundIn: "3", fundOut: "1", fund: "9" };
    const rows = [2, 1].map((start) => ({ ...bucket, start })) as Bucket[];
    expect(changesOf(rows).map(({ start, came, left, held }) => [start, came, left, held])).to.deep.equal([
      [1, 3n, 1n, 9n],
      [2, 3n, 1n, 9n],
    ]);
  });
});
