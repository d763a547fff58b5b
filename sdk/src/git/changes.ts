import { decodeText, type PathKind, pathKind, type Totals } from "../manifest/index.ts";
import { GitFailedError } from "./errors.ts";
import { DIFF, streamGit } from "./process.ts";
import { eachLine, eachToken } from "./tokens.ts";

/** Lines of the old file that a change replaced or deleted: `count` from `start` (0-based), `added` in their place. */
export type Hunk = { start: number; count: number; added: number };

/** One file in the difference of two trees. Paths are git's bytes, one character a byte, so none are confused. */
export type FileChange = {
  status: "A" | "D" | "M" | "R" | "T";
  oldPath: string;
  path: string;
  kind: PathKind;
  added: number;
  deleted: number;
  binary: boolean;
  /** For a changed or renamed file; one that was added, deleted or replaced is all one change. */
  hunks: Hunk[];
};

const EMPTY_TREE = {
  40: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  64: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
};
const COUNTS = /^(\d+|-)\t(\d+|-)\t/;
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/**
 * The net difference between two commits of a mainline, file by file, with the places that changed.
 * @param from null for the beginning of history
 */
export async function readChanges(gitDir: string, from: string | null, to: string): Promise<FileChange[]> {
  const base = from ?? (to.length === 64 ? EMPTY_TREE[64] : EMPTY_TREE[40]);
  const diff = ["diff-tree", "-r", "--no-commit-id", ...DIFF];
  const read = { folder: gitDir, mode: "read" } as const;
  const changes = await readFiles(
    streamGit({ ...read, args: [...diff, "-z", "--raw", "--numstat", base, to] }),
  );
  const patched = changes.filter(({ status }) => status === "M" || status === "R");
  if (patched.length === 0) return changes;
  // The same difference again, now its patch, of which only the hunk headers are read. Files come in the same
  // order, so they are matched by place and no quoted path needs to be understood.
  const args = [...diff, "-p", "-U0", "--submodule=short", "--diff-filter=MR", base, to];
  let next = 0;
  let change: FileChange | undefined;
  await eachLine(streamGit({ ...read, args }), (line) => {
    if (line[0] === 0x64 /* d */ && line.toString("latin1", 0, 11) === "diff --git ") {
      change = patched[next++];
    }
    if (line[0] !== 0x40 /* @ */) return;
    const [, start = "", count = "1", added = "1"] = HUNK.exec(line.toString("latin1", 0, 100)) ?? [];
    // With a count of 0 git names the line after which something was added; else the first line that went.
    const first = Number(count) === 0 ? Number(start) : Number(start) - 1;
    change?.hunks.push({ start: first, count: Number(count), added: Number(added) });
  });
  if (next !== patched.length) {
    throw new GitFailedError("diff-tree", {
      details: `${patched.length} files changed, ${next} patches given`,
    });
  }
  return changes;
}

/** From `:100644 100644 <old> <new> R100`. */
function statusOf(raw: string): FileChange["status"] {
  const letter = raw.split(" ")[4]?.charAt(0);
  return letter === "A" || letter === "D" || letter === "R" || letter === "T" ? letter : "M";
}

async function readFiles(stream: AsyncIterable<Buffer>): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  const tokens: string[] = [];
  await eachToken(stream, (token) => tokens.push(token.toString("latin1")));
  let place = 0;
  const next = () => tokens[place++] ?? "";
  let counted = 0;
  while (place < tokens.length) {
    const token = next();
    if (token.startsWith(":")) {
      const status = statusOf(token);
      const oldPath = next();
      const path = status === "R" ? next() : oldPath;
      const kind = pathKind(decodeText(Buffer.from(path, "latin1")));
      changes.push({ status, oldPath, path, kind, added: 0, deleted: 0, binary: false, hunks: [] });
      continue;
    }
    const [head = "", added = "", deleted = ""] = COUNTS.exec(token) ?? [];
    if (token.length === head.length) place += 2; // a rename: its paths follow
    const counts = { added: Number(added) || 0, deleted: Number(deleted) || 0, binary: added === "-" };
    Object.assign(changes[counted++] ?? {}, counts);
  }
  return changes;
}

/** The size of a net difference; the lines of tests, documents and generated files are part of the whole. */
export function totalsOf(changes: readonly FileChange[], commits: number): Totals {
  const lines = (kind?: PathKind) =>
    changes.reduce((sum, change) => (change.kind === kind ? sum + change.added + change.deleted : sum), 0);
  return {
    commits,
    added: changes.reduce((sum, change) => sum + change.added, 0),
    deleted: changes.reduce((sum, change) => sum + change.deleted, 0),
    files: changes.length,
    binaryFiles: changes.filter((change) => change.binary).length,
    testLines: lines("test"),
    docLines: lines("doc"),
    generatedLines: lines("generated"),
  };
}
