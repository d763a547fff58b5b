import { type CommitEvidence, type PathKind, pathKind } from "../manifest/index.ts";
import type { Person } from "./people.ts";

/** A commit as the importer keeps it: no name, no e-mail, no path. */
export type Commit = {
  hash: string;
  parents: string[];
  author: Person;
  coAuthors: Person[];
  /** Seconds since 1970, as the author's clock had it. */
  authoredAt: number;
  /** Seconds since 1970, as the committer's clock had it. */
  committedAt: number;
  subject: string;
  headline: string;
  reverts?: string;
  added: number;
  deleted: number;
  files: number;
  /** Lines that count as work; see `countedLines`. */
  counted: number;
};

/** Lines that one file can contribute to a commit's work: beyond, it is a data file or a reformatting. */
const MAX_FILE_LINES = 1_000;
/** What a binary file counts, whose lines nobody can count. */
export const BINARY_LINES = 10;

/** Lines of one file that count as work: 1 for what a tool wrote, a constant for a binary, else added + deleted. */
export function countedLines(kind: PathKind, added: number, deleted: number, binary: boolean): number {
  if (kind === "generated") return added + deleted > 0 || binary ? 1 : 0;
  return binary ? BINARY_LINES : Math.min(added + deleted, MAX_FILE_LINES);
}

/** Adds one changed file to a commit. */
export function addFile(commit: Commit, path: string, added: number, deleted: number, binary: boolean): void {
  commit.added += added;
  commit.deleted += deleted;
  commit.files += 1;
  commit.counted += countedLines(pathKind(path), added, deleted, binary);
}

/** The last second that a four-digit year can write; git allows clocks far beyond. */
const LAST_SECOND = 253_402_300_799;

/** Seconds since 1970 as `2024-01-31T12:00:00Z`; clocks before 1970 or after 9999 stand at that bound. */
export function isoDate(seconds: number): string {
  const bounded = Number.isFinite(seconds) ? Math.min(Math.max(Math.trunc(seconds), 0), LAST_SECOND) : 0;
  return new Date(bounded * 1_000).toISOString().replace(".000Z", "Z");
}

/** The commit as a manifest lists it. */
export function evidenceOf(commit: Commit): CommitEvidence {
  return {
    hash: commit.hash,
    author: commit.author.subject,
    coAuthors: commit.coAuthors.map((person) => person.subject),
    date: isoDate(commit.authoredAt),
    subject: commit.subject,
    added: commit.added,
    deleted: commit.deleted,
    files: commit.files,
  };
}
