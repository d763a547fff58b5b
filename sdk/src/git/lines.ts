import type { Hunk } from "./changes.ts";

/** Who a run of consecutive lines belongs to: a group's index, or `UNKNOWN`. The last run of a file never ends. */
export type Run = { owner: number; lines: number };

/** Lines from before the imported range, and generated ones: nobody's who could be cited. */
export const UNKNOWN = -1;

/** Counts of lines by owner. */
export type Touched = Map<number, number>;

/** A file all of whose lines, however many, belong to one owner. */
export function ownedBy(owner: number): Run[] {
  return [{ owner, lines: Number.POSITIVE_INFINITY }];
}

/** Adds to `touched` the owners of the first `count` lines. */
export function touchFirst(runs: readonly Run[], count: number, touched: Touched): void {
  let left = count;
  for (const run of runs) {
    if (left <= 0) return;
    const taken = Math.min(left, run.lines);
    touched.set(run.owner, (touched.get(run.owner) ?? 0) + taken);
    left -= taken;
  }
}

/**
 * The file after a change: what the hunks took is counted in `touched` by its owner, what they put belongs to
 * `owner`. Hunks come in order and do not overlap, as git writes them.
 */
export function applyHunks(
  runs: readonly Run[],
  hunks: readonly Hunk[],
  owner: number,
  touched: Touched,
): Run[] {
  const after: Run[] = [];
  const put = (run: Run) => {
    const last = after.at(-1);
    if (run.lines <= 0) return;
    if (last?.owner === run.owner) last.lines += run.lines;
    else after.push({ ...run });
  };
  let place = 0;
  let current: Run = { owner: UNKNOWN, lines: 0 };
  let at = 0;
  /** Takes `count` lines from the old file, run by run. */
  const take = (count: number, each: (run: Run) => void) => {
    for (let left = count; left > 0; ) {
      if (current.lines === 0) current = { ...(runs[place++] ?? { owner: UNKNOWN, lines: left }) };
      const lines = Math.min(left, current.lines);
      each({ owner: current.owner, lines });
      current.lines -= lines;
      left -= lines;
    }
  };
  for (const hunk of hunks) {
    take(hunk.start - at, put);
    take(hunk.count, (run) => touched.set(run.owner, (touched.get(run.owner) ?? 0) + run.lines));
    put({ owner, lines: hunk.added });
    at = hunk.start + hunk.count;
  }
  put(current);
  for (const run of runs.slice(place)) put(run);
  return after;
}
