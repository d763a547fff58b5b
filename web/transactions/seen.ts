import { troubleOf } from "#lib/browser/api.ts";

/** Each try waits for up to ten seconds at the API itself. */
const TRIES_BEHIND = 6;
/** An API that restarts is back within these. */
const TRIES_AWAY = 4;
const PAUSE_MS = 1_000;

/**
 * Waits until the index has a block.
 * @param ask asks the API for it once
 */
export async function waitForIndex(
  ask: () => Promise<unknown>,
  pause: (ms: number) => Promise<unknown> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<"seen" | "lagging" | "away"> {
  for (let behind = 0, away = 0; ; ) {
    try {
      await ask();
      return "seen";
    } catch (error) {
      const isBehind = troubleOf(error) === "lagging";
      if (isBehind && ++behind >= TRIES_BEHIND) return "lagging";
      if (!isBehind && ++away >= TRIES_AWAY) return "away";
      if (!isBehind) await pause(PAUSE_MS);
    }
  }
}
