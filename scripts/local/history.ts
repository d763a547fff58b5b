import { realpath } from "node:fs/promises";
import {
  GitError,
  type GitHistory,
  generatedHistory,
  type HistoryOptions,
  NotARepositoryError,
  openRepository,
  readHistory,
} from "@azora/sdk/git";

/** Where a history comes from, in words. */
export interface Source {
  history: GitHistory;
  /** "this repository's history", or "a generated history". */
  name: string;
}

export const DEFAULT_SEED = 1;
/** Few enough to watch: a work waits for those it cites, and this history builds on itself. */
const OWN_MAX = 24;

export const generated = (seed: number): Source => ({
  history: generatedHistory({ seed }),
  name: `a generated history (seed ${seed})`,
});

/** Reads the history of a folder; what was imported before decides how it is divided. */
export type Read = (folder: string, options: HistoryOptions) => Promise<GitHistory>;

/**
 * The history of the repository whose root is `folder`; if there is none to be read (a zip without git, even one that was
 * unpacked inside another repository, or a shallow clone), a generated one, which is said with the reason.
 */
export async function ownHistory(
  folder: string,
  say: (line: string) => void,
  read: Read = readHistory,
): Promise<Source> {
  try {
    const { root } = await openRepository(folder);
    if ((await realpath(root)) !== (await realpath(folder))) throw new NotARepositoryError(folder);
    return { history: await read(folder, { max: OWN_MAX }), name: "this repository's history" };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    say(`${error.shortMessage} So a generated history is used instead of this repository's own.`);
    return generated(DEFAULT_SEED);
  }
}
