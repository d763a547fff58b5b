import { randomInt } from "node:crypto";
import { expect } from "chai";
import { run } from "../../support/lockstep/run.ts";

const RUNS = Number(process.env.AZORA_RUNS ?? 256);
const CALLS = 100;
/** The seed of the first run; each further one has the next. */
const SEED = Number(process.env.AZORA_SEED ?? randomInt(2 ** 31));
/** Fewer runs repeat something; they need not see everything. */
const ENOUGH = 256;

/** How often each must have come about in all runs: fuzzing that gets nowhere shows nothing. */
const LEAST: Readonly<Record<string, number>> = {
  scored: 200,
  rejected: 40,
  accepted: 150,
  settled: 100,
  late: 25,
  "settled late": 25,
  redrawn: 60,
  rearmed: 25,
  void: 40,
  "draw from the history contract": 10,
  "flowed on": 1,
  "flowed to a linked account": 10,
  withdrawn: 40,
  "ether withdrawn": 40,
  linked: 100,
  vetoed: 5,
  appointed: 30,
  dismissed: 3,
  amended: 100,
  sealed: 20,
  seated: 1_000,
  ProofOfValue_PartyVote: 30,
};

describe("Contracts and reference model", function () {
  this.timeout(1_800_000);

  it("AZ-01, AZ-02, AZ-03, AZ-04, AZ-05, AZ-06, AZ-07, AZ-08, AZ-11, AZ-12: agree call for call and to the wei", async () => {
    const outcomes = new Map<string, number>();
    for (let index = 0; index < RUNS; index += 1) {
      const world = await run(SEED + index, CALLS);
      for (const [name, count] of world.outcomes) outcomes.set(name, (outcomes.get(name) ?? 0) + count);
    }
    if (RUNS < ENOUGH) return;
    const rare = Object.entries(LEAST).filter(([name, least]) => (outcomes.get(name) ?? 0) < least);
    expect(
      rare.map(([name]) => `${name}: ${outcomes.get(name) ?? 0}`),
      `with seed ${SEED}`,
    ).to.deep.equal([]);
  });
});
