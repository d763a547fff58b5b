import type { Browser, Page } from "playwright-core";

/** What the page did for one frame. */
export interface Frame {
  /** Milliseconds of the processor for scripts of any kind. */
  readonly script: number;
  /** The same by what ran. */
  readonly parts: Readonly<Record<string, number>>;
  /** How often the page was laid out. */
  readonly layouts: number;
  /** How often of these a script did not wait for it: it asked for a measure of what it had changed. */
  readonly forced: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of the processor: what others on the machine do is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

const CATEGORIES = ["devtools.timeline", "v8.execute", "disabled-by-default-v8.gc"];
const NO_FRAME: Frame = { script: 0, parts: {}, layouts: 0, forced: 0 };
const FRAME = "FireAnimationFrame";
const SCRIPTS = new Set([
  FRAME,
  "EvaluateScript",
  "EventDispatch",
  "FunctionCall",
  "MajorGC",
  "MinorGC",
  "RunMicrotasks",
  "TimerFire",
  "v8.compile",
]);

/** Traces the browser while something is dragged, and says what each frame cost in which the button was down. */
export const framesOfDrag = async (
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<Frame[]> => framesIn(await traceOf(browser, page, act), false);

/** Traces the browser all the while, and says what each frame cost. */
export async function framesOf(browser: Browser, page: Page, act: () => Promise<void>): Promise<Frame[]> {
  // A frame is told by what is asked for with each, which not every page does by itself.
  await page.evaluate("window.azoraTick ??= (function tick() { return requestAnimationFrame(tick) })()");
  return framesIn(await traceOf(browser, page, act), true);
}

async function traceOf(browser: Browser, page: Page, act: () => Promise<void>): Promise<TraceEvent[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  return JSON.parse((await browser.stopTracing()).toString()).traceEvents;
}

function framesIn(all: readonly TraceEvent[], always: boolean): Frame[] {
  const main = all.find(({ name }) => name === FRAME);
  const events = all
    .filter(({ pid, tid, ph }) => ph === "X" && pid === main?.pid && tid === main.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return always ? framesOfRun(events) : dragsIn(events).flatMap(framesOfRun);
}

/** What happened from each press of the button to its release. */
function dragsIn(events: readonly TraceEvent[]): TraceEvent[][] {
  const drags: TraceEvent[][] = [];
  let isDown = false;
  for (const event of events) {
    const type = event.name === "EventDispatch" ? event.args?.data?.type : undefined;
    if (type === "mousedown") drags.push([]);
    if (type === "mousedown" || type === "mouseup") isDown = type === "mousedown";
    if (isDown) drags.at(-1)?.push(event);
  }
  return drags;
}

function framesOfRun(events: readonly TraceEvent[]): Frame[] {
  const frames: Frame[] = [];
  let frame: Frame = NO_FRAME;
  let end = 0;
  for (const { name, ts, dur = 0, tdur = dur } of events) {
    if (name === "Layout") {
      const forced = frame.forced + (ts < end ? 1 : 0);
      frame = { ...frame, layouts: frame.layouts + 1, forced };
    }
    // What is inside of another script is in its time already.
    if (SCRIPTS.has(name) && ts >= end) {
      const took = tdur / 1_000;
      const parts = { ...frame.parts, [name]: (frame.parts[name] ?? 0) + took };
      frame = { ...frame, script: frame.script + took, parts };
      end = ts + dur;
    }
    if (name !== FRAME) continue;
    frames.push(frame);
    frame = NO_FRAME;
  }
  return frames;
}

/** So often a movement is made again, at most, whose slowest frame took too long. */
const MOST_RUNS = 5;

/**
 * Makes the same movement until no frame of it took longer than `limit`, a few times at most: what else a machine does makes
 * a frame slower, never quicker, and meets another one each time. What is slow by itself is slow each time.
 * @return The frames of each run, and in milliseconds what scripts took for the longest frame of the run where it took least.
 */
export async function framesOfRuns(
  limit: number,
  run: () => Promise<Frame[]>,
): Promise<{ runs: Frame[][]; longest: number }> {
  const runs: Frame[][] = [];
  let longest = Number.POSITIVE_INFINITY;
  while (runs.length < MOST_RUNS && longest > limit) {
    const frames = await run();
    runs.push(frames);
    longest = Math.min(longest, tellFrames(frames));
  }
  return { runs, longest };
}

/** Prints what frames took, and says what scripts took for the one that took longest, in milliseconds. */
function tellFrames(frames: readonly Frame[]): number {
  const mean = frames.reduce((sum, { script }) => sum + script, 0) / frames.length;
  const { script, parts } = frames.reduce(
    (longest, each) => (each.script > longest.script ? each : longest),
    NO_FRAME,
  );
  const told = Object.entries(parts).map(([name, took]) => `${name} ${took.toFixed(2)}`);
  console.log(
    `      ${frames.length} frames, ${mean.toFixed(2)} ms of scripts on average, ${script.toFixed(2)} at most: ${told.join(", ")}`,
  );
  return script;
}
