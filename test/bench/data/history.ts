import { randomOf } from "../../support/lockstep/random.ts";
import type { Life } from "./life.ts";
import type { LogBlock } from "./logs.ts";
import { createScribe, type Due } from "./scribe.ts";
import { shapeOfWorks } from "./shape.ts";
import { type BenchWork, benchAccount, worksOf } from "./works.ts";

const SEED = 5;
const WORKS_A_BLOCK = 10;
const JUDGES = 100;
/** Logs of a life from registration to payment, less those of the registration. */
const LOGS_OF_A_JUDGED_WORK = 29;
const LOGS_OF_A_REGISTRATION = 2;

export interface HistorySize {
  readonly contributions: number;
  /** Together with those of the real life. */
  readonly events: number;
}

/**
 * What the contracts would emit if so many works came after a real life: registered, drawn, judged, scored, settled once their
 * epoch is sealed, and withdrawn in part.
 */
export function* historyAfter(life: Life, size: HistorySize): Generator<LogBlock> {
  const random = randomOf(SEED, 0);
  const scribe = createScribe(life, random);
  const coming = worksOf({ ...worksToCome(life, size), shape: shapeOfWorks(), random });
  const waiting: BenchWork[][] = scribe.stages.map(() => []);
  const due: Due[] = [];

  /** Each work that waits goes one stage on. */
  function advance(): void {
    for (const [k, stage] of [...scribe.stages.entries()].toReversed()) {
      const now = waiting[k] ?? [];
      waiting[k] = [];
      for (const work of now) stage(work);
      waiting[k + 1]?.push(...now);
    }
  }

  /** Whether there was anything to register. */
  function register(): boolean {
    for (let k = 0; k < WORKS_A_BLOCK; k += 1) {
      const { value: work } = coming.next();
      if (!work) return k > 0;
      scribe.register(work);
      if (work.isJudged) waiting[0]?.push(work);
    }
    return true;
  }

  function settle(): void {
    for (const one of due.splice(0, WORKS_A_BLOCK)) scribe.settle(one);
  }

  for (let k = 0; k < JUDGES; k += 1) scribe.seat(benchAccount(`judge ${k}`));
  yield scribe.next();
  let epoch = scribe.epochNow();
  for (let isOn = true; isOn; ) {
    advance();
    isOn = register() || waiting.some(({ length }) => length > 0);
    if (scribe.epochNow() > epoch) {
      due.push(...scribe.seal(epoch));
      epoch = scribe.epochNow();
    }
    settle();
    yield scribe.next();
  }
  // What the last epoch accepted is paid once it is over.
  scribe.pass(life.end.state.start.epochLength);
  due.push(...scribe.seal(epoch));
  while (due.length > 0) {
    settle();
    yield scribe.next();
  }
}

function worksToCome(life: Life, { contributions, events }: HistorySize): { works: number; judged: number } {
  const works = Math.max(0, contributions - life.contributions);
  const judged = Math.ceil((events - life.events - works * LOGS_OF_A_REGISTRATION) / LOGS_OF_A_JUDGED_WORK);
  return { works, judged: Math.min(works, Math.max(0, judged)) };
}
