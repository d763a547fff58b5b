import type { Browser, Page } from "playwright-core";

/** What the page did for one frame. */
export interface Frame {
  /** Milliseconds of the processor for scripts of any kind. */
  readonly script: number;
  /** How often the page was laid out. */
  readonly layouts: number;
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
export async function framesOf(browser: Browser, page: Page, act: () => Promise<void>): Promise<Frame[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  return framesIn(traceEvents);
}

function framesIn(all: readonly TraceEvent[]): Frame[] {
  const main = all.find(({ name }) => name === FRAME);
  const events = all
    .filter(({ pid, tid, ph }) => ph === "X" && pid === main?.pid && tid === main.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const frames: Frame[] = [];
  let [script, layouts, end] = [0, 0, 0];
  let isDown = false;
  for (const { name, ts, dur = 0, tdur = dur, args } of events) {
    const type = name === "EventDispatch" ? args?.data?.type : undefined;
    if (type === "mousedown" || type === "mouseup") {
      isDown = type === "mousedown";
      [script, layouts] = [0, 0];
    }
    if (!isDown) continue;
    if (name === "Layout") layouts += 1;
    // What is inside of another script is in its time already.
    if (SCRIPTS.has(name) && ts >= end) {
      script += tdur / 1_000;
      end = ts + dur;
    }
    if (name !== FRAME) continue;
    frames.push({ script, layouts });
    [script, layouts] = [0, 0];
  }
  return frames;
}
