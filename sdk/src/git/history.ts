import type { CommitEvidence, Totals } from "../manifest/index.ts";
import type { Share } from "./apportion.ts";
import { readChanges, totalsOf } from "./changes.ts";
import { evidenceOf } from "./commit.ts";
import { rangeDigest, rangeKey } from "./digest.ts";
import { NoCommitsError } from "./errors.ts";
import { type GroupingResult, groupSteps, type Section } from "./group.ts";
import { countCommits, readCommits } from "./log.ts";
import { findBase, readMainline, stepsOf } from "./mainline.ts";
import { addMergeLines } from "./merges.ts";
import { checkOptions, type HistoryOptions } from "./options.ts";
import { openRepository, type Repository, resolveCommit } from "./repository.ts";
import { contributorShares } from "./shares.ts";
import { readTags } from "./tags.ts";
import { LineOwners, upstreamShares } from "./upstream.ts";

/** A contribution to be: consecutive commits of the mainline with all that they brought. */
export type HistoryGroup = {
  /** `git:<from>..<to>`: names the range on every machine, so an import can be resumed. */
  key: string;
  title: string;
  range: { from: string | null; to: string; digest: string };
  commits: CommitEvidence[];
  totals: Totals;
  /** Who made it, in ppm; sums to 1,000,000, the largest first. */
  shares: Share[];
  /** People beyond the 100 largest, who have no share. */
  folded: number;
  /** What it stands on: indices of earlier groups, in ppm of its pot. */
  upstream: { group: number; weight: number }[];
  /** Earlier groups touched too little for a share. */
  dropped: number;
  notes: string[];
};

/** A history as contributions, oldest first. Plain data: no names, no e-mail addresses, no folder of the machine. */
export type GitHistory = {
  repository: { name: string; remote?: string };
  grouping: Omit<GroupingResult, "sections" | "notes">;
  groups: HistoryGroup[];
  notes: string[];
};

/** How far the reading is: commits read, merges looked at (0 or 1), groups done. */
export type Progress = { stage: "commits" | "merges" | "groups"; done: number; total: number };

const REPORT_EVERY = 250;

/**
 * Reads a repository and divides its history into contributions with shares and upstream.
 * The same repository, ref, tags and options give the same result on every machine.
 * @param path a folder in the repository
 * @throws GitError of the class that fits; nothing is ever written
 */
export async function readHistory(
  path: string,
  options: HistoryOptions = {},
  onProgress?: (progress: Progress) => void,
): Promise<GitHistory> {
  const settings = checkOptions(options);
  const repository = await openRepository(path);
  const { gitDir } = repository;
  const head = await resolveCommit(repository, settings.ref);
  const mainline = await readMainline(gitDir, head);
  const base = settings.since === undefined ? -1 : await findBase(repository, mainline, settings.since);
  const from = mainline[base]?.hash ?? null;
  const imported = mainline.slice(base + 1);
  if (imported.length === 0) throw new NoCommitsError(`${repository.root} since ${settings.since}`);

  const range = from ? `${from}..${head}` : head;
  const total = await countCommits(gitDir, range);
  const commits = await readCommits(gitDir, head, range, (done) => {
    if (done % REPORT_EVERY === 0 || done === total) onProgress?.({ stage: "commits", done, total });
  });
  onProgress?.({ stage: "merges", done: 0, total: 1 });
  await addMergeLines(gitDir, range, commits);
  onProgress?.({ stage: "merges", done: 1, total: 1 });

  const steps = stepsOf(imported, commits);
  const { sections, notes, ...grouping } = groupSteps(steps, await readTags(gitDir), settings);
  const owners = new LineOwners();
  const groups: HistoryGroup[] = [];
  for (const section of sections) {
    const before = groups.at(-1)?.range.to ?? from;
    groups.push(await readGroup(gitDir, before, section, groups.length, owners, settings.maxUpstream));
    onProgress?.({ stage: "groups", done: groups.length, total: sections.length });
  }
  return { repository: published(repository), grouping, groups, notes };
}

async function readGroup(
  gitDir: string,
  from: string | null,
  { title, steps }: Section,
  index: number,
  owners: LineOwners,
  maxUpstream: number,
): Promise<HistoryGroup> {
  const commits = steps.flatMap((step) => step.commits);
  const to = steps.at(-1)?.tip.hash ?? "";
  const changes = await readChanges(gitDir, from, to);
  const { shares, folded, notes } = contributorShares(commits);
  const { upstream, dropped } = upstreamShares(owners.apply(index, changes), maxUpstream);
  if (dropped > 0) notes.push(`${dropped} earlier contributions were touched too little to be cited.`);
  return {
    key: rangeKey(from, to),
    title,
    range: { from, to, digest: rangeDigest(commits.map(({ hash }) => hash)) },
    commits: commits.map(evidenceOf),
    totals: totalsOf(changes, commits.length),
    ...{ shares, folded, upstream, dropped, notes },
  };
}

function published({ name, remote }: Repository): GitHistory["repository"] {
  return remote ? { name, remote } : { name };
}
