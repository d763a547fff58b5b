import type { Journal } from "./journal.ts";
import type { Survey } from "./survey.ts";
import type { DroppedCitation, ImportedWork, ImportResult } from "./types.ts";

/** What an import came to. @param before how many groups stood on the chain when it began */
export function resultOf(
  { history, decisions }: Journal,
  { nodes, ready, waiting }: Survey,
  { before, bonds }: { before: number; bonds: bigint },
): ImportResult {
  const contributions = history.groups.flatMap(({ key, title }, index): ImportedWork[] => {
    const node = nodes[index];
    return node === undefined ? [] : [{ key, title, node }];
  });
  const dropped = history.groups.flatMap(({ key, upstream }, index): DroppedCitation[] => {
    const lost = nodes[index] === undefined ? [] : (decisions[key]?.dropped ?? []);
    return lost.map((cited) => {
      const share = upstream.find(({ group }) => history.groups[group]?.key === cited);
      return { key, upstream: cited, weight: share?.weight ?? 0 };
    });
  });
  return {
    registered: contributions.length - before,
    alreadyThere: before,
    waiting: ready.length + waiting,
    dropped,
    contributions,
    bonds,
  };
}
