import type { Tab } from "./browser.ts";

/** What one press, click or key took, by Event Timing; in milliseconds. */
export interface Interaction {
  readonly id: number;
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

/**
 * Slows a tab's processor to a part of its speed, and notes every interaction in it from its next page on. What is shorter
 * than a frame is not told of by browsers, so it is not counted: that makes the rest look worse, never better.
 */
export async function noteInteractions(
  { page, context }: Tab,
  slowness: number,
): Promise<readonly Interaction[]> {
  const noted: Interaction[] = [];
  await context.exposeFunction("azoraInteraction", (each: Interaction) => noted.push(each));
  await context.addInitScript(observe, SHORTEST_MS);
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  return noted;
}

/** Runs in the page. */
function observe(shortest: number): void {
  const tell: (each: Interaction) => void = Reflect.get(globalThis, "azoraInteraction");
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceEventTiming)) continue;
      const id: number = Reflect.get(entry, "interactionId");
      if (id === 0) continue;
      const { name, startTime, processingEnd, duration, target } = entry;
      const words = target instanceof HTMLElement ? (target.ariaLabel ?? target.textContent ?? "") : "";
      tell({
        id,
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

/** One for each interaction, the slowest of its events. */
export function slowestOfEach(noted: readonly Interaction[]): Interaction[] {
  const slowest = new Map<number, Interaction>();
  for (const each of noted) {
    const known = slowest.get(each.id);
    if (known === undefined || each.painted > known.painted || each.done > known.done)
      slowest.set(each.id, {
        ...each,
        done: Math.max(each.done, known?.done ?? 0),
        painted: Math.max(each.painted, known?.painted ?? 0),
      });
  }
  return [...slowest.values()];
}

/** What so many of a hundred are at most. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * of) / 100) - 1] ?? 0;
}
