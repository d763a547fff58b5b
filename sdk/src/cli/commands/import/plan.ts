import { type GitHistory, type HistoryGroup, layers } from "../../../git/index.ts";
import { formatPpm } from "../../../units.ts";
import type { Context } from "../../context.ts";
import { cut, plural, table } from "../../table.ts";

const TITLE_WIDTH = 48;
/** The table names the largest citations only. */
const CITED = 3;

/** How a history would be divided, credited and connected. */
export function showPlan({ output }: Context, history: GitHistory): void {
  output.result(planJson(history), planText(history));
}

export function planText({ repository, grouping, groups, notes }: GitHistory): string {
  const head = ["#", "contribution", "commits", "lines", "people", "stands on"];
  const rows = groups.map((group, index) => [
    `${index + 1}`,
    cut(group.title, TITLE_WIDTH),
    `${group.commits.length}`,
    `+${group.totals.added} -${group.totals.deleted}`,
    `${group.shares.length + group.folded}`,
    citations(group),
  ]);
  const people = new Set(groups.flatMap(({ shares }) => shares.map(({ subject }) => subject)));
  const rule = grouping.rule === "commits" && grouping.size ? `commits:${grouping.size}` : grouping.rule;
  const found = `${plural(groups.length, "contribution")} by ${plural(people.size, "contributor")}`;
  return [
    `${repository.name}: ${found}, grouped by ${rule}, registered in ${plural(layers(groups).length, "round")}.`,
    "",
    table([head, ...rows], [0, 2, 3, 4]),
    ...notes.map((note) => `\n${note}`),
  ].join("\n");
}

function citations({ upstream }: HistoryGroup): string {
  const named = upstream
    .slice(0, CITED)
    .map(({ group, weight }) => `#${group + 1} ${formatPpm(BigInt(weight))}`);
  const more = upstream.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

function planJson(history: GitHistory): object {
  const { repository, grouping, groups, notes } = history;
  return {
    repository,
    grouping,
    rounds: layers(groups).length,
    contributions: groups.map(
      ({ key, title, range, commits, totals, shares, folded, upstream, dropped, notes }) => ({
        ...{ key, title, range, commits: commits.length, totals, contributors: shares },
        contributorsFolded: folded,
        upstream: upstream.map(({ group, weight }) => ({ key: groups[group]?.key, weight })),
        ...{ upstreamDropped: dropped, notes },
      }),
    ),
    notes,
  };
}
