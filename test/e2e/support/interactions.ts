import type { Tab } from "./browser.ts";

/** What one press, click or key took, by Event Timing; in milliseconds. */
export interface Interaction {
  /** Which of a journey's inputs it is, each time that it is made: "1:7" is the seventh of the second page that was loaded. */
  readonly step: string;
  /** Of the event that took longest. */
  readonly name: string;
  /** What it was done to. */
  readonly on: string;
  /** From the input until the page had done with it: it had to wait, and scripts ran. */
  readonly done: number;
  /** From the input until something of it was painted, to 8 ms. */
  readonly painted: number;
}

/** As Event Timing has it, no shorter ones are told of. */
const SHORTEST_MS = 16;

/** Every press and key of a page, so that the same one can be found when its journey is made again. */
const INPUTS = "azora.inputs";

export interface Noted {
  /** What browsers told of. */
  readonly interactions: readonly Interaction[];
  /** How many presses and keys each page had, in the order in which they were loaded. */
  inputs(): Promise<readonly number[]>;
}

/**
 * Slows a tab's processor to a part of its speed, and notes every interaction in it from its next page on. What is shorter
 * than a frame is not told of by browsers, so it is not counted: that makes the rest look worse, never better.
 */
export async function noteInteractions({ page, context }: Tab, slowness: number): Promise<Noted> {
  const interactions: Interaction[] = [];
  await context.exposeFunction("azoraInteraction", (each: Interaction) => interactions.push(each));
  await context.addInitScript(observe, { shortest: SHORTEST_MS, kept: INPUTS });
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  return {
    interactions,
    inputs: () => page.evaluate((kept) => JSON.parse(sessionStorage.getItem(kept) ?? "[]"), INPUTS),
  };
}

/** Runs in the page. */
function observe({ shortest, kept }: { shortest: number; kept: string }): void {
  if (window.top !== window) return;
  const before: readonly number[] = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
  const inputs: number[] = [];
  const keep = () => sessionStorage.setItem(kept, JSON.stringify([...before, inputs.length]));
  keep();
  for (const name of ["pointerdown", "keydown"] as const)
    window.addEventListener(
      name,
      ({ timeStamp }) => {
        inputs.push(timeStamp);
        keep();
      },
      { capture: true },
    );
  const tell: (each: Interaction) => void = Reflect.get(globalThis, "azoraInteraction");
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceEventTiming)) continue;
      const id: number = Reflect.get(entry, "interactionId");
      if (id === 0) continue;
      const { name, startTime, processingEnd, duration, target } = entry;
      const words = target instanceof HTMLElement ? (target.ariaLabel ?? target.textContent ?? "") : "";
      tell({
        step: `${before.length}:${inputs.filter((time) => time <= startTime).length}`,
        name,
        on: `${target?.nodeName ?? "?"} ${words.slice(0, 40)} at ${location.pathname}`,
        done: processingEnd - startTime,
        painted: duration,
      });
    }
  });
  const events = { type: "event", durationThreshold: shortest, buffered: true };
  observer.observe(events);
}

/** One for each interaction, the slowest of its events, by its step. */
export function slowestOfEach(noted: readonly Interaction[]): ReadonlyMap<string, Interaction> {
  const slowest = new Map<string, Interaction>();
  for (const each of noted) {
    const known = slowest.get(each.step);
    if (known === undefined || each.painted > known.painted || each.done > known.done)
      slowest.set(each.step, {
        ...each,
        done: Math.max(each.done, known?.done ?? 0),
        painted: Math.max(each.painted, known?.painted ?? 0),
      });
  }
  return slowest;
}

/** What one journey took. */
export interface Journey {
  readonly steps: ReadonlyMap<string, Interaction>;
  readonly inputs: readonly number[];
}

/**
 * Of each input, the time it took where it took least; without those that some journey had too short to be told of. What
 * else the machine does makes an answer later, never earlier, and meets another input each time: the least is nearest to
 * what the page itself takes.
 */
export function leastOfEach(journeys: readonly Journey[]): readonly Interaction[] {
  const all = new Set(journeys.flatMap(({ steps }) => [...steps.keys()]));
  return [...all].flatMap((step) => {
    const [page = 0, input = 0] = step.split(":").map(Number);
    const having = journeys.filter(({ inputs }) => (inputs[page] ?? 0) >= input);
    const times = having.flatMap(({ steps }) => steps.get(step) ?? []);
    return times.length < having.length ? [] : times.toSorted((a, b) => a.painted - b.painted).slice(0, 1);
  });
}

/** What so many of a hundred are at most. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * of) / 100) - 1] ?? 0;
}
