import type { GitHistory, HistoryGroup } from "../git/index.ts";
import { HistoryShiftedError } from "./errors.ts";

/** The last commit of a history. */
export const tipOf = ({ groups }: GitHistory): string => groups.at(-1)?.range.to ?? "";

/** Whether two histories are of the same repository: one holds commits at which the other was divided. */
export function isSameHistory(planned: GitHistory, read: GitHistory): boolean {
  const commits = commitsOf(read);
  const first = read.groups[0]?.range.from;
  return (
    planned.groups.some(({ range }) => commits.has(range.to) || range.to === first) ||
    commitsOf(planned).has(tipOf(read))
  );
}

/**
 * The planned groups as they were, and after them those of `read` that are new. So what was divided once stays divided
 * that way, although a repository that has grown would be divided otherwise.
 * @throws HistoryShiftedError when no group of `read` begins where the plan ends
 */
export function extendHistory(planned: GitHistory, read: GitHistory): GitHistory {
  const start = read.groups.findIndex(({ range }) => range.from === tipOf(planned));
  if (start >= 0) return appendGroups(planned, read, start);
  const newer = !commitsOf(planned).has(tipOf(read));
  if (newer) throw new HistoryShiftedError(tipOf(planned));
  return planned;
}

/** Appends the groups of `read` from `start` on; their citations point to the same works, if the plan has them. */
export function appendGroups(planned: GitHistory, read: GitHistory, start: number): GitHistory {
  const shift = planned.groups.length - start;
  const places = new Map(planned.groups.map(({ key }, index) => [key, index]));
  const fresh = read.groups.slice(start).map((group): HistoryGroup => {
    const upstream = group.upstream.flatMap(({ group: cited, weight }) => {
      const place = cited < start ? places.get(read.groups[cited]?.key ?? "") : cited + shift;
      return place === undefined ? [] : [{ group: place, weight }];
    });
    const lost = group.upstream.length - upstream.length;
    if (lost === 0) return { ...group, upstream };
    const note = `${lost} earlier contributions were touched but had been divided otherwise when they were imported.`;
    return { ...group, upstream, dropped: group.dropped + lost, notes: [...group.notes, note] };
  });
  return { ...planned, groups: [...planned.groups, ...fresh], notes: read.notes };
}

function commitsOf({ groups }: GitHistory): Set<string> {
  return new Set(groups.flatMap(({ commits }) => commits.map(({ hash }) => hash)));
}
