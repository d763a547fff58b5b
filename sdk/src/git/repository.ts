import { realpath, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import {
  GitError,
  GitFailedError,
  NoCommitsError,
  NotARepositoryError,
  PartialCloneError,
  PathMissingError,
  ShallowCloneError,
  UnknownRefError,
  UnreadableRepositoryError,
} from "./errors.ts";
import { askGit } from "./process.ts";
import { publicRemote, remoteName } from "./remote.ts";

/** A git repository that can be read in full. `gitDir` and `root` are folders of this machine: never publish them. */
export type Repository = {
  gitDir: string;
  /** The top folder of the work tree, or the git folder of a bare repository. */
  root: string;
  name: string;
  remote?: string;
};

/**
 * Finds the repository that `path` is in, as git would, and makes sure that its history is complete.
 * @throws PathMissingError, NotARepositoryError, DubiousOwnershipError, UnreadableRepositoryError,
 *   ShallowCloneError, PartialCloneError, GitNotInstalledError
 */
export async function openRepository(path: string): Promise<Repository> {
  const folder = await existingFolder(path);
  const gitDir = line(await askGit({ folder, mode: "find", args: ["rev-parse", "--absolute-git-dir"] }));
  const inside = line(await askGit({ folder, mode: "find", args: ["rev-parse", "--is-inside-work-tree"] }));
  const root =
    inside === "true"
      ? line(await askGit({ folder, mode: "find", args: ["rev-parse", "--show-toplevel"] }))
      : gitDir;

  const read = { folder: gitDir, mode: "read" } as const;
  const shallow = await askGit({ ...read, args: ["rev-parse", "--is-shallow-repository"] });
  if (line(shallow) === "true") throw new ShallowCloneError(root);
  const partial =
    (await setting(gitDir, "extensions.partialclone")) ?? (await setting(gitDir, "remote.origin.promisor"));
  if (partial) throw new PartialCloneError(root);

  const url = await setting(gitDir, "remote.origin.url");
  const remote = url && publicRemote(url);
  const name = (url && remoteName(url)) || folderName(root);
  return remote ? { gitDir, root, name, remote } : { gitDir, root, name };
}

/**
 * The full name of the commit that `ref` names.
 * @throws UnknownRefError when it names none, NoCommitsError when the repository has none at all
 */
export async function resolveCommit(repository: Repository, ref: string): Promise<string> {
  const read = { folder: repository.gitDir, mode: "read" } as const;
  if (ref === "" || ref.startsWith("-") || ref.includes("\0")) throw new UnknownRefError(ref);
  try {
    return line(await askGit({ ...read, args: ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`] }));
  } catch (error) {
    if (!(error instanceof GitFailedError)) throw error;
    const any = await askGit({ ...read, args: ["for-each-ref", "--count=1", "refs/heads", "refs/tags"] });
    throw any === "" ? new NoCommitsError(repository.root) : new UnknownRefError(ref, { cause: error });
  }
}

async function existingFolder(path: string): Promise<string> {
  try {
    if (!(await stat(path)).isDirectory()) throw new NotARepositoryError(path);
    return await realpath(path);
  } catch (error) {
    if (error instanceof GitError) throw error;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EACCES" || code === "EPERM") throw new UnreadableRepositoryError(path, { cause: error });
    throw new PathMissingError(path, error);
  }
}

/** A setting of the repository itself; undefined when it has none (git then ends with 1 and says nothing). */
async function setting(gitDir: string, key: string): Promise<string | undefined> {
  try {
    return line(await askGit({ folder: gitDir, mode: "read", args: ["config", "--get", key] }));
  } catch (error) {
    if (error instanceof GitFailedError && !error.details) return undefined;
    throw error;
  }
}

function folderName(root: string): string {
  const name = basename(root) === ".git" ? basename(dirname(root)) : basename(root, ".git");
  return name || "repository";
}

function line(output: string): string {
  return output.replace(/\r?\n$/, "");
}
