import { expect } from "chai";
import { chainStage, modelStage } from "./beginning.ts";
import { play } from "./play.ts";
import { adversaries } from "./programs/index.ts";
import { NOISE, PROMISED, SHARES, sample } from "./statistics.ts";

/** Plays on real contracts, which take a quarter of a second each. */
const ON_CHAIN: readonly { seed: number; share: number }[] = [
  { seed: 0, share: PROMISED },
  { seed: 1, share: 0.5 },
];
/** Of each share at which nobody is promised anything: harm is looked for all the same. */
const FEW = 5;

const settingAt = (share: number) => ({ share, noise: NOISE, watched: true });

describe("Adversaries", () => {
  for (const adversary of adversaries) {
    const { name } = adversary;

    it(`${name}: has the same course on the contracts as in the model, to the wei`, async function () {
      this.timeout(120_000);
      for (const { seed, share } of ON_CHAIN) {
        const onChain = await play(await chainStage(seed), adversary, settingAt(share));
        const inModel = await play(modelStage(seed), adversary, settingAt(share));
        expect(inModel).to.deep.equal(onChain);
      }
    });

    it(`${name}: harms nobody in what must never happen`, async function () {
      this.timeout(120_000);
      for (const share of SHARES)
        expect((await sample(adversary, settingAt(share), FEW)).harms, `at ${share}`).to.deep.equal([]);
    });
  }
});
