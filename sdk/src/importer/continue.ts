import type { Address, PublicClient } from "viem";
import type { Network } from "../files/index.ts";
import { readChanges } from "../git/changes.ts";
import {
  GitError,
  type GitHistory,
  type HistoryGroup,
  type HistoryOptions,
  NoCommitsError,
  openRepository,
  type Progress,
  type Repository,
  readHistory,
  UnknownRefError,
  UnknownSinceError,
} from "../git/index.ts";
import { checkOptions } from "../git/options.ts";
import { resolveCommit } from "../git/repository.ts";
import { LineOwners, upstreamShares } from "../git/upstream.ts";
import { appendGroups, tipOf } from "./extend.ts";
import { importsFolder, type Journal, readJournals, readScope } from "./journal.ts";

export interface ReadForImportOptions {
  client: PublicClient;
  network: Network;
  registrant: Address;
  /** A folder in the repository. */
  path: string;
  /** For what was not imported yet; `since` counts for a first import only. */
  options?: HistoryOptions;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Reads a repository as `readHistory` does; of one that was imported before, what was planned stands as it was and only the
 * commits after it are read and divided. They may cite every earlier contribution.
 * @throws GitError, JournalError
 */
export async function readForImport({
  client,
  network,
  registrant,
  path,
  options = {},
  onProgress,
}: ReadForImportOptions): Promise<GitHistory> {
  const repository = await openRepository(path);
  checkOptions(options);
  const scope = await readScope(client, network, registrant);
  const found = await findPlan(repository, readJournals(importsFolder(network), scope));
  if (found === undefined) return readHistory(path, options, onProgress);
  const { planned, since } = found;
  try {
    const read = await readHistory(path, { ...options, since }, onProgress);
    return await citeEarlier(repository, appendGroups(planned, read, 0), planned.groups.length, options);
  } catch (error) {
    if (error instanceof NoCommitsError) return planned;
    // A branch that shares nothing with what was imported is another history.
    if (error instanceof UnknownSinceError) return readHistory(path, options, onProgress);
    throw error;
  }
}

/** The plan of this repository and the newest commit of it that the repository still has. */
async function findPlan(repository: Repository, journals: Journal[]) {
  for (const { history } of journals) {
    for (const { range } of history.groups.toReversed()) {
      if (await hasCommit(repository, range.to)) return { planned: history, since: range.to };
    }
  }
  return undefined;
}

async function hasCommit(repository: Repository, commit: string): Promise<boolean> {
  try {
    await resolveCommit(repository, commit);
    return true;
  } catch (error) {
    if (error instanceof UnknownRefError || error instanceof NoCommitsError) return false;
    throw error;
  }
}

const TOO_LITTLE = /were touched too little to be cited\.$/;

/** Finds anew what the groups from `first` on stand on, earlier imports included, by replaying every group's change. */
async function citeEarlier(
  { gitDir }: Repository,
  history: GitHistory,
  first: number,
  options: HistoryOptions,
): Promise<GitHistory> {
  const { maxUpstream } = checkOptions(options);
  const owners = new LineOwners();
  const groups: HistoryGroup[] = [];
  try {
    for (const [index, group] of history.groups.entries()) {
      const touch = owners.apply(index, await readChanges(gitDir, group.range.from, group.range.to));
      if (index < first) {
        groups.push(group);
        continue;
      }
      const { upstream, dropped } = upstreamShares(touch, maxUpstream);
      const notes = group.notes.filter((note) => !TOO_LITTLE.test(note));
      if (dropped > 0) notes.push(`${dropped} earlier contributions were touched too little to be cited.`);
      groups.push({ ...group, upstream, dropped, notes });
    }
    return { ...history, groups };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const before = history.groups[first - 1]?.range.to ?? tipOf(history);
    const note = `Commits up to ${before.slice(0, 12)} are gone from this repository, so nothing before it is cited.`;
    return { ...history, notes: [...history.notes, note] };
  }
}
