import { cleanText, type GitRangeManifest, MAX_COMMITS } from "../manifest/index.ts";
import type { GitHistory, HistoryGroup } from "./history.ts";

export type ManifestContext = {
  chainId: number;
  /** Checksummed address of who registers it. */
  registrant: string;
  /** What can be cited of the group's upstream, when some of it was not accepted. Default: all of it. */
  upstream?: HistoryGroup["upstream"];
};

/**
 * The evidence of one group of a history. Of more than 1,000 commits the newest 1,000 are listed; the others are
 * counted in `commitsOmitted`, and `range.digest` covers them all.
 * @throws RangeError when the history has no such group
 */
export function groupManifest(
  history: GitHistory,
  index: number,
  context: ManifestContext,
): GitRangeManifest {
  const group = history.groups[index];
  if (!group) throw new RangeError(`The history has no group ${index}.`);
  const { chainId, registrant, upstream = group.upstream } = context;
  const commits = group.commits.slice(-MAX_COMMITS);
  const refused = group.upstream.length - upstream.length;
  const notes = refused > 0 ? [`${refused} earlier contributions were touched but are not accepted.`] : [];
  return {
    version: 1,
    kind: "git-range",
    chainId,
    registrant,
    title: cleanText(group.title) || group.key,
    summary: summaryOf(group),
    repository: { ...history.repository, name: cleanText(history.repository.name) || "repository" },
    range: group.range,
    commits,
    commitsOmitted: group.commits.length - commits.length,
    contributors: group.shares.map(({ subject, weight }) => ({ node: subject, weight })),
    contributorsFolded: group.folded,
    upstream: upstream.map(({ group: cited, weight }) => ({ key: history.groups[cited]?.key ?? "", weight })),
    upstreamDropped: group.dropped,
    totals: group.totals,
    notes: [...group.notes, ...notes],
  };
}

/** What happened, in one sentence: `3 commits by 2 people, 2024-01-31 to 2024-02-02: 40 lines added, 2 deleted.` */
function summaryOf({ commits, shares, folded, totals }: HistoryGroup): string {
  const dates = commits.map(({ date }) => date.slice(0, 10)).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const when = first === last ? first : `${first} to ${last}`;
  const who = plural(shares.length + folded, "contributor");
  const lines = `${totals.added} lines added, ${totals.deleted} deleted in ${plural(totals.files, "file")}`;
  return `${plural(totals.commits, "commit")} by ${who}, ${when}: ${lines}.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
