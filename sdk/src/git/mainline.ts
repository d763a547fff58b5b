import type { Commit } from "./commit.ts";
import { UnknownRefError, UnknownSinceError } from "./errors.ts";
import { askGit, streamGit } from "./process.ts";
import { type Repository, resolveCommit } from "./repository.ts";
import { eachToken } from "./tokens.ts";

/** A commit of the mainline, the chain of first parents: what each state of the branch was. */
type MainlineCommit = { hash: string; committedAt: number };

/** One commit of the mainline with everything that it brought: the commits reachable from it and from none before. */
export type Step = { tip: Commit; commits: Commit[] };

/** The mainline that ends at `head`, oldest first. Seconds since 1970. */
export async function readMainline(gitDir: string, head: string): Promise<MainlineCommit[]> {
  const mainline: MainlineCommit[] = [];
  const args = ["log", "--first-parent", "-z", "--format=%H %ct", "--no-patch", head, "--"];
  await eachToken(streamGit({ folder: gitDir, mode: "read", args }), (token) => {
    const [hash = "", seconds] = token.toString("latin1").trim().split(" ");
    if (hash) mainline.push({ hash, committedAt: Number(seconds) || 0 });
  });
  return mainline.reverse();
}

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The place of the last mainline commit that is left out: for a date (UTC unless it says otherwise) the newest
 * one committed before it, for a ref the newest one that the ref contains. -1 when nothing is left out.
 * git's relative dates ("2 weeks ago") are refused: tomorrow they would mean another range.
 * @throws UnknownSinceError when it is neither, or shares no history
 */
export async function findBase(repository: Repository, mainline: readonly MainlineCommit[], since: string) {
  if (DATE.test(since)) {
    const zoned = /T.*(Z|[+-]\d{2}:\d{2})$/.test(since) || !since.includes("T") ? since : `${since}Z`;
    const seconds = Date.parse(zoned) / 1_000;
    const day = since.slice(0, 10); // a 31st of February would be read as a 2nd of March
    const real = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
    if (!real || Number.isNaN(seconds)) throw new UnknownSinceError(since, "is not a date of the calendar");
    return mainline.findLastIndex((commit) => commit.committedAt < seconds);
  }
  const commit = await resolveCommit(repository, since).catch((error: unknown) => {
    if (error instanceof UnknownRefError)
      throw new UnknownSinceError(since, "is neither a date nor a commit");
    throw error;
  });
  const head = mainline.at(-1)?.hash ?? "";
  const args = ["rev-list", "--first-parent", "--count", `${commit}..${head}`, "--"];
  const after = Number(await askGit({ folder: repository.gitDir, mode: "read", args }));
  const base = mainline.length - after - 1;
  if (base < 0) throw new UnknownSinceError(since, "shares no history with what is imported");
  return base;
}

/**
 * The steps of a mainline, oldest first, each commit in exactly one. Within a step parents come before children
 * and earlier parents' ancestors first: an order that follows from the graph alone, on any version of git.
 * @param commits by name; a parent that is not among them is before the range
 */
export function stepsOf(mainline: readonly MainlineCommit[], commits: ReadonlyMap<string, Commit>): Step[] {
  const placed = new Set<string>();
  return mainline.flatMap(({ hash }) => {
    const tip = commits.get(hash);
    return tip ? [{ tip, commits: unplacedAncestors(tip, commits, placed) }] : [];
  });
}

/** Depth first, parents before children, with a stack of its own: histories are deeper than the call stack. */
function unplacedAncestors(tip: Commit, commits: ReadonlyMap<string, Commit>, placed: Set<string>): Commit[] {
  const found: Commit[] = [];
  const stack: { commit: Commit; next: number }[] = [{ commit: tip, next: 0 }];
  placed.add(tip.hash);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const name = top.commit.parents[top.next++];
    if (name === undefined) {
      found.push(top.commit);
      stack.pop();
      continue;
    }
    const parent = commits.get(name);
    if (!parent || placed.has(name)) continue;
    placed.add(name);
    stack.push({ commit: parent, next: 0 });
  }
  return found;
}
