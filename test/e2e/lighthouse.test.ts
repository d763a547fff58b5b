import { expect } from "chai";
import type { Browser } from "playwright-core";
import { createTestClient, http } from "viem";
import { freePorts } from "../../scripts/local/ports.ts";
import { medianOf } from "../support/median.ts";
import { LARGEST_PAINT_MS, LAYOUT_SHIFT, SCORES } from "./budgets.ts";
import { requireBrowser } from "./support/browser.ts";
import { CATEGORIES, type Measured, measure } from "./support/lighthouse.ts";
import { findSamples, type Samples } from "./support/samples.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";

const START_MS = 900_000;
const RUNS = 5;
const RUN_MS = 60_000;
/** Whatever else a machine does only slows a load down: what was too slow is measured anew, so often at most. */
const ROUNDS = 3;

const PAGES: Readonly<Record<string, (samples: Samples) => string>> = {
  home: () => "/",
  list: () => "/contributions",
  detail: ({ works }) => `/contributions/${works[0]}`,
  ledger: () => "/ledger",
};

describe("Lighthouse, as a phone, of the production build", function () {
  this.timeout(ROUNDS * RUNS * RUN_MS);
  let stack: Stack;
  let browser: Browser;
  let samples: Samples;
  let port: number;

  before(async function () {
    this.timeout(START_MS);
    ({ web: port } = await freePorts());
    browser = await requireBrowser(this, [`--remote-debugging-port=${port}`]);
    stack = await useStack("lived");
    samples = await findSamples(stack);
    // A page asks for its parts anew with each block. At one a second a page would never be done with loading, for
    // Lighthouse; elsewhere blocks come every twelve seconds.
    await node().setIntervalMining({ interval: 0 });
  });
  after(async () => {
    if (stack !== undefined) await node().setIntervalMining({ interval: 1 });
    await browser?.close();
    await stack?.stop();
  });

  const node = () => createTestClient({ mode: "anvil", transport: http(stack.rpcUrl) });

  for (const [name, pathOf] of Object.entries(PAGES)) {
    describe(name, () => {
      let runs: readonly Measured[] = [];

      before(async () => {
        const url = new URL(pathOf(samples), stack.webUrl).href;
        for (let round = 1; round <= ROUNDS; round += 1) {
          runs = await load(port, url);
          if (speedOf(runs) >= SCORES.performance && paintOf(runs) < LARGEST_PAINT_MS) return;
        }
      });

      for (const category of CATEGORIES) {
        it(`has ${SCORES[category]} or more for ${category}`, () => {
          const scores = runs.map(({ scores: { [category]: score } }) => score);
          const faults = runs.flatMap((run) => run.faults.filter((fault) => fault.startsWith(category)));
          const median = medianOf(scores.filter((score) => score !== undefined));
          expect(median, [...new Set(faults)].join("\n")).to.be.at.least(SCORES[category]);
        });
      }

      it(`shows its largest part within ${LARGEST_PAINT_MS} ms`, () => {
        expect(paintOf(runs)).to.be.below(LARGEST_PAINT_MS);
      });

      it(`shifts by less than ${LAYOUT_SHIFT}`, () => {
        expect(medianOf(runs.map(({ layoutShift }) => layoutShift))).to.be.below(LAYOUT_SHIFT);
      });
    });
  }
});

async function load(port: number, url: string): Promise<Measured[]> {
  const runs: Measured[] = [];
  // What a page says does not change from run to run, how fast it comes does.
  for (let run = 0; run < RUNS; run += 1)
    runs.push(await measure(port, url, run === 0 ? CATEGORIES : ["performance"]));
  const [marks, paints, shifts] = [
    runs.map(({ scores }) => scores.performance),
    runs.map(({ largestPaint }) => Math.round(largestPaint)),
    runs.map(({ layoutShift }) => layoutShift.toFixed(3)),
  ];
  console.log(`      performance ${marks.join(", ")}; LCP ${paints.join(", ")} ms; CLS ${shifts.join(", ")}`);
  return runs;
}

const speedOf = (runs: readonly Measured[]) => medianOf(runs.map(({ scores }) => scores.performance ?? 0));
const paintOf = (runs: readonly Measured[]) => medianOf(runs.map(({ largestPaint }) => largestPaint));
