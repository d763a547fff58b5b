import { step } from "./choose.ts";
import { compareState } from "./compare.ts";
import { enter } from "./offices.ts";
import { randomOf } from "./random.ts";
import { createWorld, type World } from "./world.ts";

/** How many judges sit at the beginning: nine are one too few for any registration. */
const BENCHES = [30, 30, 30, 30, 27, 27, 27, 20, 15, 15, 12, 10, 10, 9];
/** Steps that have nothing to call are not counted as calls. */
const STEPS_A_CALL = 4;
/** Tries at a shorter run before the failure is reported as it is. */
const SHRINK_TRIES = 60;

interface Outcome {
  readonly world: World;
  /** The steps that were made. */
  readonly steps: readonly number[];
  /** Why the run failed, if it did. */
  readonly failure?: Error;
}

/** What follows on the random calls: more of them, or something that is asked of the chain. */
export type After = (world: World) => Promise<unknown>;

/** One run from a fresh protocol, until `calls` random calls were made. */
export async function run(
  seed: number,
  calls: number,
  after: After = () => Promise.resolve(),
): Promise<World> {
  const all = Array.from({ length: calls * STEPS_A_CALL }, (_, index) => index);
  const { world, steps, failure } = await attempt(seed, all, calls, after);
  if (failure === undefined) return world;
  throw await report(seed, calls, after, steps, failure);
}

async function attempt(
  seed: number,
  planned: readonly number[],
  calls: number,
  after: After,
): Promise<Outcome> {
  const world = await createWorld(seed);
  const steps: number[] = [];
  try {
    for (const judge of world.judges.slice(0, world.random.pick(BENCHES))) await enter(world, judge);
    world.calls = 0;
    for (const number of planned) {
      if (world.calls >= calls) break;
      steps.push(number);
      world.random = randomOf(seed, number);
      await step(world);
    }
    world.random = randomOf(seed, -2);
    await after(world);
    await compareState(world);
    return { world, steps };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { world, steps, failure: error };
  }
}

/** Leaves out as many steps as it can while the run still fails, and tells what remains. */
async function report(
  seed: number,
  calls: number,
  after: After,
  failed: readonly number[],
  first: Error,
): Promise<Error> {
  let steps = failed;
  let shortest: Outcome | undefined;
  let tries = 0;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < steps.length && tries < SHRINK_TRIES; tries += 1) {
      const fewer = [...steps.slice(0, from), ...steps.slice(from + size)];
      const outcome = await attempt(seed, fewer, calls, after);
      if (outcome.failure === undefined) {
        from += size;
      } else {
        shortest = outcome;
        steps = outcome.steps;
      }
    }
  }
  const { message } = shortest?.failure ?? first;
  const history = shortest?.world.history ?? [];
  return new Error(
    [
      first.message,
      `To repeat it: AZORA_SEED=${seed} AZORA_RUNS=1.`,
      `${steps.length} of its ${failed.length} steps are enough for: ${message}`,
      ...history.map((call) => `  ${call}`),
    ].join("\n"),
    { cause: first },
  );
}
