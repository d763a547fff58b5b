import { Attributions } from "../generated/constants.ts";
import type { FileChange } from "./changes.ts";
import { BINARY_LINES } from "./commit.ts";
import { applyHunks, ownedBy, type Run, type Touched, touchFirst, UNKNOWN } from "./lines.ts";

/** What a group changed: lines it touched of earlier owners, and lines that it added. */
type Touch = { touched: Touched; added: number };

/**
 * Which group each line of a repository belongs to, kept by replaying the groups' net changes, oldest first.
 *
 * This is what `git blame` would say if each group were one commit, for every file at once and at the cost of
 * one diff a group: no file is blamed, so nothing needs a cap. As only groups that were replayed before own any
 * line, what a group cites is always earlier, and the graph of citations has no cycle.
 */
export class LineOwners {
  readonly #files = new Map<string, Run[]>();

  /** Replays one group's change and says what it touched. Generated files are nobody's work and are left out. */
  apply(group: number, changes: readonly FileChange[]): Touch {
    const touched: Touched = new Map();
    let added = 0;
    // All old states first: files may have swapped their names.
    const before = changes.map((change) => this.#files.get(change.oldPath) ?? ownedBy(UNKNOWN));
    for (const change of changes) if (change.status !== "A") this.#files.delete(change.oldPath);
    changes.forEach((change, index) => {
      if (change.kind === "generated") return;
      const runs = before[index] ?? ownedBy(UNKNOWN);
      added += change.binary && change.status !== "D" ? BINARY_LINES : change.added;
      const after = changed(change, runs, group, touched);
      if (after) this.#files.set(change.path, after);
    });
    return { touched, added };
  }
}

function changed(change: FileChange, runs: Run[], group: number, touched: Touched): Run[] | undefined {
  if (change.status === "A") return ownedBy(group);
  const inPlace = change.status === "M" || change.status === "R";
  if (inPlace && !change.binary) return applyHunks(runs, change.hunks, group, touched);
  touchFirst(runs, change.binary ? BINARY_LINES : change.deleted, touched);
  return change.status === "D" ? undefined : ownedBy(group);
}

type UpstreamShares = {
  /** By weight, the largest first; equal ones by index. */
  upstream: { group: number; weight: number }[];
  /** Earlier groups whose lines were touched, but too few for a share. */
  dropped: number;
};

/**
 * What a group owes to earlier ones, in ppm of its pot:
 * weight(i) = floor(maxUpstream x T(i) / (T + A)), where T(i) are the lines of group i that it changed or deleted,
 * T all lines that it changed or deleted, those of unknown owners included, and A the lines that it added.
 *
 * So all weights together stay within maxUpstream x T / (T + A), and what is dropped (under 100 ppm, or beyond
 * the 100 largest) stays with the contributors.
 * @param maxUpstream ppm
 */
export function upstreamShares({ touched, added }: Touch, maxUpstream: number): UpstreamShares {
  const all = [...touched.values()].reduce((sum, lines) => sum + BigInt(lines), 0n) + BigInt(added);
  const cited = [...touched]
    .filter(([group, lines]) => group !== UNKNOWN && lines > 0)
    .map(([group, lines]) => ({ group, weight: Number((BigInt(maxUpstream) * BigInt(lines)) / all) }))
    .sort((a, b) => b.weight - a.weight || a.group - b.group);
  const upstream = cited
    .filter(({ weight }) => weight >= Attributions.MIN_WEIGHT)
    .slice(0, Attributions.MAX_SHARES);
  return { upstream, dropped: cited.length - upstream.length };
}
