import { type Apportionment, apportion } from "./apportion.ts";
import type { Commit } from "./commit.ts";
import { LOG2_SCALE, log2 } from "./log2.ts";
import type { Person } from "./people.ts";

/** Lines of one commit that count, at most: so its work is at most log2(10,001), some 13.3. */
const MAX_COMMIT_LINES = 10_000;

/**
 * The work of a commit, w = log2(1 + min(L, 10,000)), in units of 2^-32. L is the sum of its files' counted
 * lines (`countedLines`). The logarithm says that ten lines thought over are not a thousandth of ten thousand.
 */
export function workOf(commit: Commit): bigint {
  return log2(1 + Math.min(commit.counted, MAX_COMMIT_LINES));
}

type ContributorShares = Apportionment & { notes: string[] };

/**
 * Who made these commits, in ppm: each commit's work divided equally among its author and co-authors, summed by
 * person, made into weights by `apportion`.
 *
 * - Bots are left out of a commit, and of the group, while a person made any commit of it.
 * - A commit and its exact revert within the group are no work, neither of them.
 * - When no commit of a person is any work (empty ones, merges, bots merged by people), each counts the same.
 * - When there are machines only, they are credited, for a contribution must credit somebody.
 * @param commits at least one
 */
export function contributorShares(commits: readonly Commit[]): ContributorShares {
  const cancelled = cancelledByReverts(commits);
  const live = commits.filter((commit) => !cancelled.has(commit.hash));
  const notes: string[] = [];
  if (cancelled.size > 0)
    notes.push(`${cancelled.size} commits were reverted within the range and count nothing.`);

  const ways: { commits: readonly Commit[]; work: Work; credited: Credited; note?: string }[] = [
    { commits: live, work: workOf, credited: isHuman },
    {
      commits,
      work: alike,
      credited: isHuman,
      note: "Nobody's commits change a countable line; each counts the same.",
    },
    {
      commits: live,
      work: workOf,
      credited: anyone,
      note: "Only machines worked on this range; they are credited.",
    },
    {
      commits,
      work: alike,
      credited: anyone,
      note: "Only machines worked on this range, and each commit counts the same.",
    },
  ];
  let amounts: ReadonlyMap<string, bigint> = new Map();
  for (const { commits: counted, work, credited, note } of ways) {
    amounts = sumByPerson(counted, work, credited);
    if (amounts.size === 0) continue;
    if (note) notes.push(note);
    break;
  }
  const result = apportion(amounts);
  if (result.folded > 0) {
    notes.push(
      `${result.folded} people beyond the 100 largest are not credited; their part went to the others.`,
    );
  }
  return { ...result, notes };
}

type Work = (commit: Commit) => bigint;
type Credited = (person: Person) => boolean;

const isHuman: Credited = (person) => !person.bot;
const anyone: Credited = () => true;
const alike: Work = () => 1n << LOG2_SCALE;

function sumByPerson(commits: readonly Commit[], work: Work, credited: Credited): Map<string, bigint> {
  const amounts = new Map<string, bigint>();
  for (const commit of commits) {
    const people = [commit.author, ...commit.coAuthors].filter(credited);
    const part = people.length === 0 ? 0n : work(commit) / BigInt(people.length);
    if (part === 0n) continue;
    for (const { subject } of people) amounts.set(subject, (amounts.get(subject) ?? 0n) + part);
  }
  return amounts;
}

/**
 * The commits that cancel each other. Newest first, so that a revert of a revert gives the work back. Saying
 * "This reverts commit" is not enough: the lines must mirror, else anybody could cancel another's work in words.
 */
function cancelledByReverts(commits: readonly Commit[]): Set<string> {
  const byHash = new Map(commits.map((commit) => [commit.hash, commit]));
  const cancelled = new Set<string>();
  for (const commit of commits.toReversed()) {
    const original = byHash.get(commit.reverts ?? "");
    if (!original || cancelled.has(commit.hash) || cancelled.has(original.hash)) continue;
    const mirrored = original.added === commit.deleted && original.deleted === commit.added;
    if (!mirrored || original.files !== commit.files || original.counted === 0) continue;
    cancelled.add(commit.hash).add(original.hash);
  }
  return cancelled;
}
