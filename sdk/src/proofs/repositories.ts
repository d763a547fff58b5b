import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { boundedGit, GIT_LIMITS, type GitLimits, GitRefusedError, requirePinning } from "./boundedGit.ts";
import { ProofAwayError, ProofError } from "./errors.ts";
import { type Place, placeOf, type Resolve } from "./places.ts";

/** What a proof wants of a repository: its commits without any file, or the files of the root at the tip. */
export interface RepositoryRequest {
  url: string;
  /** HEAD, refs/heads/… or refs/tags/…. */
  ref: string;
  want: "commits" | "root";
  /** The length of object names: 40 for SHA-1, 64 for SHA-256. */
  nameLength?: number;
}

/** A repository of somebody's, as far as it was asked for. */
export interface BorrowedRepository {
  /** The commit that the ref names. */
  tip: string;
  /** Whether a commit is the tip or comes before it. */
  has(commit: string): Promise<boolean>;
  /** The names of the commits of a range, as `git rev-list from..to` has them. */
  range(from: string | null, to: string): Promise<string[]>;
  /** Commit objects as they are, in the order in which they were asked for. */
  commits(names: readonly string[]): Promise<Buffer[]>;
  /** The content of a plain file in the root. @throws ProofError if there is none, or if it is anything else */
  rootFile(name: string, limit: number): Promise<Buffer>;
}

export interface BorrowOptions {
  /** Whether folders of this machine may be read, as on a local chain. */
  local: boolean;
  limits?: GitLimits;
  /** Tests find hosts in their own way. */
  resolve?: Resolve;
  /** Reads an address from a folder of this machine, on local chains. */
  mirror?: ((url: string) => string | undefined) | undefined;
  signal?: AbortSignal | undefined;
}

const REF = /^(HEAD|refs\/(heads|tags)\/[A-Za-z0-9][A-Za-z0-9._+/-]{0,199})$/;
const TIP = "refs/azora/tip";

export const isPlainRef = (ref: string): boolean =>
  REF.test(ref) && !/\.\.|\/\/|\/\.|\.lock(\/|$)|[./]$/.test(ref);

/**
 * Gets a repository into a temporary folder, lends it out, and removes it. Nothing of it is ever checked out or run.
 * @throws ProofError, ProofAwayError
 */
export async function borrowRepository<T>(
  request: RepositoryRequest,
  { local, limits = GIT_LIMITS, resolve, mirror, signal }: BorrowOptions,
  work: (repository: BorrowedRepository) => Promise<T>,
): Promise<T> {
  const { url, ref, want, nameLength = 40 } = request;
  if (!isPlainRef(ref))
    throw new ProofError(`${JSON.stringify(ref)} is not HEAD, refs/heads/… or refs/tags/….`);
  const place = await placeOf((local && mirror?.(url)) || url, { local, resolve });
  if (place.kind === "host") await requirePinning();
  const folder = await mkdtemp(path.join(tmpdir(), "azora-proof-"));
  const over = AbortSignal.timeout(limits.timeMs);
  const stop = signal === undefined ? over : AbortSignal.any([signal, over]);
  const git = (args: string[], more: { input?: string; place?: Place } = {}) =>
    boundedGit({ folder, args, limits, signal: stop, ...more });
  try {
    const format = nameLength === 64 ? "sha256" : "sha1";
    await git(["init", "--quiet", "--bare", "--template=", `--object-format=${format}`, folder]);
    const filter = want === "commits" ? ["--filter=tree:0"] : ["--filter=tree:1", "--depth=1"];
    await fetchInto(git, place, url, [...filter, "origin", `+${ref}:${TIP}`]);
    const tip = (await git(["rev-parse", "--verify", `${TIP}^{commit}`])).toString("latin1").trim();
    return await work(lend(git, place, url, tip));
  } catch (error) {
    if (!(error instanceof GitRefusedError)) throw error;
    throw new ProofError(`git cannot read the repository ${url} at ${ref}.`, { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Git = (args: string[], more?: { input?: string; place?: Place }) => Promise<Buffer>;

/** A host that refuses may be away, or ask for a password: both may be otherwise tomorrow. */
async function fetchInto(git: Git, place: Place, url: string, args: string[]): Promise<void> {
  try {
    const quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];
    await git(["fetch", ...quiet, "--no-auto-maintenance", ...args], { place });
  } catch (error) {
    if (!(error instanceof GitRefusedError)) throw error;
    if (/couldn't find remote ref|not our ref/.test(error.message)) throw error;
    throw new ProofAwayError(`The repository ${url} cannot be read now.`, { cause: error });
  }
}

function lend(git: Git, place: Place, url: string, tip: string): BorrowedRepository {
  return {
    tip,
    async has(commit) {
      try {
        await git(["merge-base", "--is-ancestor", commit, tip]);
        return true;
      } catch (error) {
        if (error instanceof GitRefusedError) return false;
        throw error;
      }
    },
    async range(from, to) {
      const names = await git(["rev-list", from === null ? to : `${from}..${to}`, "--"]);
      return names.toString("latin1").split("\n").filter(Boolean);
    },
    commits: (names) => readCommits(git, names),
    async rootFile(name, limit) {
      const entry = (await git(["ls-tree", "-z", tip, "--", name])).toString("utf8");
      const [, mode, oid] = /^(\d+) \w+ ([0-9a-f]+)\t/.exec(entry) ?? [];
      if (mode === undefined || oid === undefined) throw new ProofError(`The root of ${url} has no ${name}.`);
      // A link could name anything, a submodule is another repository.
      if (mode !== "100644" && mode !== "100755")
        throw new ProofError(`${name} in the root of ${url} is not a plain file, but of the mode ${mode}.`);
      if (!(await isThere(git, oid)))
        await fetchInto(git, place, url, ["--depth=1", "--filter=blob:none", "origin", oid]);
      const size = Number(await git(["cat-file", "-s", oid]));
      if (!(size <= limit))
        throw new ProofError(`${name} in the root of ${url} has ${size} bytes, more than ${limit}.`);
      return git(["cat-file", "blob", oid]);
    },
  };
}

async function isThere(git: Git, oid: string): Promise<boolean> {
  try {
    await git(["cat-file", "-e", oid]);
    return true;
  } catch (error) {
    if (error instanceof GitRefusedError) return false;
    throw error;
  }
}

async function readCommits(git: Git, names: readonly string[]): Promise<Buffer[]> {
  const answer = await git(["cat-file", "--batch"], { input: names.map((name) => `${name}\n`).join("") });
  const contents: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const end = answer.indexOf("\n", at);
    const [found, type, size] = answer.subarray(at, end).toString("latin1").split(" ");
    if (end < 0 || found !== name || type !== "commit") throw new ProofError(`${name} is no commit there.`);
    contents.push(answer.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}
