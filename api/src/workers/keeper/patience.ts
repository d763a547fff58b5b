/** Seconds before a duty that was refused twice is tried again; twice as many after each further time. */
const FIRST_S = 1;
/** A duty that nobody can do costs one attempt every ten minutes. */
const LONGEST_S = 600;

/**
 * Remembers which duties were refused, so that none is tried again and again. The first refusal counts for nothing: mostly
 * somebody else was quicker, and the next view no longer has that duty. A restart forgets, and costs one attempt each.
 */
export function createPatience(clock: () => number = () => Date.now() / 1_000) {
  const refused = new Map<string, { times: number; until: number }>();
  return {
    /** Whether a duty may be tried now. */
    allows: (duty: string): boolean => (refused.get(duty)?.until ?? 0) <= clock(),
    /** Notes a refusal. Gives the seconds until the next attempt. */
    refuse(duty: string): number {
      const times = (refused.get(duty)?.times ?? 0) + 1;
      const pause = times === 1 ? 0 : Math.min(FIRST_S * 2 ** (times - 2), LONGEST_S);
      refused.set(duty, { times, until: clock() + pause });
      return pause;
    },
    /** Forgets all duties but those that are still there. */
    keep(present: ReadonlySet<string>): void {
      for (const duty of refused.keys()) if (!present.has(duty)) refused.delete(duty);
    },
  };
}
