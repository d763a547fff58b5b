import { readFileSync } from "node:fs";
import { expect } from "chai";
import { chainStage, modelStage } from "./beginning.ts";
import { type Adversary, play } from "./play.ts";
import { adversaries } from "./programs/index.ts";
import { readResults } from "./results.ts";
import {
  mostStipends,
  PROMISED,
  playMany,
  REPEATED,
  SHARES,
  sampleAt,
  sampleOf,
  settingOf,
  upperBound,
} from "./statistics.ts";
import { flightSentence, tableOf } from "./table.ts";

/** Plays on real contracts, which take a quarter of a second each. */
const ON_CHAIN: readonly { seed: number; share: number }[] = [
  { seed: 0, share: PROMISED },
  { seed: 1, share: 0.5 },
];
/** Of each share at which nobody is promised anything: harm is looked for all the same. */
const FEW = 5;

describe("Adversaries", () => {
  const rows = readResults();
  const rowOf = ({ name }: Adversary) => {
    const row = rows.find((each) => each.name === name);
    if (row === undefined) throw new Error(`"${name}" was never measured: npm run adversaries -- --write`);
    return row;
  };

  for (const adversary of adversaries) {
    const { name, unprevented = false } = adversary;

    it(`${name}: has the same course on the contracts as in the model, to the wei`, async function () {
      this.timeout(120_000);
      for (const { seed, share } of ON_CHAIN) {
        const setting = settingOf(adversary, share);
        const onChain = await play(await chainStage(seed), adversary, setting);
        const inModel = await play(modelStage(seed), adversary, setting);
        expect(inModel).to.deep.equal(onChain);
      }
    });

    it(`${name}: ${unprevented ? "gains as was measured" : "gains nothing at 20%, and harms nobody"}`, async function () {
      this.timeout(120_000);
      const measured = sampleAt(rowOf(adversary), PROMISED);
      const repeated = await playMany(adversary, PROMISED, REPEATED);
      const { first } = sampleOf(PROMISED, repeated);
      expect(first, "npm run adversaries -- --write").to.deep.equal(measured.first);
      for (const share of SHARES)
        for (const { harms } of await playMany(adversary, share, FEW))
          expect(harms, `at ${share}`).to.deep.equal([]);
      expect(rowOf(adversary).unprevented).to.equal(unprevented);
      if (unprevented) return;
      expect(upperBound(measured)).to.be.at.most(0);
      expect(upperBound(measured) + mostStipends(repeated), "with stipends").to.be.at.most(0);
    });
  }

  it("stand in SECURITY.md as they were measured", () => {
    const text = readFileSync(new URL("../../../SECURITY.md", import.meta.url), "utf8");
    expect(rows.map(({ name }) => name)).to.deep.equal(adversaries.map(({ name }) => name));
    for (const line of [...tableOf(rows), flightSentence(rows)]) expect(text).to.contain(line);
  });
});
