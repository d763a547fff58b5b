import { decodeText } from "../manifest/index.ts";
import { addFile, type Commit } from "./commit.ts";
import { parseMessage } from "./message.ts";
import { People, type Person } from "./people.ts";
import { askGit, DIFF, streamGit } from "./process.ts";
import { eachToken } from "./tokens.ts";

/** Opens a record. No path of git's output stands where it is looked for, so it cannot be forged. */
const MARK = "\u0001commit";
const FIELDS = ["%H", "%P", "%at", "%ct", "%aE", "%aN", "%B"];
const FORMAT = `--format=%x00%x01commit%x00${FIELDS.join("%x00")}%x00`;
const COUNTS = /^\n?(\d+|-)\t(\d+|-)\t(.*)$/s;

/**
 * Every commit of `range` by name, in one pass of `git log`, with its own change (`--numstat`; a merge has none
 * here). The mailmap is the one committed at `head`, for authors and co-authors alike.
 * @param range what `git log` takes: `head` or `base..head`
 */
export async function readCommits(
  gitDir: string,
  head: string,
  range: string,
  onCommit?: (done: number) => void,
): Promise<Map<string, Commit>> {
  const mailmap = ["-c", `mailmap.blob=${head}:.mailmap`];
  const parser = new LogParser(onCommit);
  const args = [...mailmap, "log", FORMAT, "-z", "--root", "--numstat", ...DIFF, range, "--"];
  await eachToken(streamGit({ folder: gitDir, mode: "read", args }), (token) => parser.push(token));
  await nameCoAuthors(gitDir, mailmap, parser);
  return parser.commits;
}

/** How many commits a range has. */
export async function countCommits(gitDir: string, range: string): Promise<number> {
  return Number(await askGit({ folder: gitDir, mode: "read", args: ["rev-list", "--count", range, "--"] }));
}

class LogParser {
  readonly commits = new Map<string, Commit>();
  readonly people = new People();
  /** Written names of co-authors, and the commits that wait for them. */
  readonly waiting = new Map<string, Commit[]>();
  readonly #onCommit: ((done: number) => void) | undefined;
  #commit: Commit | undefined;
  #fields: string[] | undefined;
  #renamed: { added: string; deleted: string; paths: number } | undefined;

  constructor(onCommit: ((done: number) => void) | undefined) {
    this.#onCommit = onCommit;
  }

  push(token: Buffer): void {
    if (this.#fields) this.#field(decodeText(token));
    else if (this.#renamed) this.#renamedPath(token);
    else if (token.length > 0) this.#opening(token);
  }

  #opening(token: Buffer): void {
    const written = decodeText(token);
    if (written === MARK) {
      this.#fields = [];
      return;
    }
    const [, added = "", deleted = "", path = ""] = COUNTS.exec(written) ?? [];
    if (path === "") this.#renamed = { added, deleted, paths: 0 };
    else this.#file(added, deleted, path);
  }

  /** A rename gives the counts, then its old and its new path; the new one says what it is for. */
  #renamedPath(token: Buffer): void {
    const renamed = this.#renamed;
    if (!renamed || ++renamed.paths < 2) return;
    this.#renamed = undefined;
    this.#file(renamed.added, renamed.deleted, decodeText(token));
  }

  #file(added: string, deleted: string, path: string): void {
    if (this.#commit) addFile(this.#commit, path, Number(added) || 0, Number(deleted) || 0, added === "-");
  }

  #field(value: string): void {
    this.#fields?.push(value);
    if (this.#fields?.length !== FIELDS.length) return;
    const [hash = "", parents = "", authored, committed, email = "", name = "", body = ""] = this.#fields;
    this.#fields = undefined;
    const { coAuthors, ...message } = parseMessage(body);
    const commit: Commit = {
      hash,
      parents: parents.split(" ").filter(Boolean),
      author: this.people.get(name, email),
      coAuthors: [],
      authoredAt: Number(authored) || 0,
      committedAt: Number(committed) || 0,
      ...message,
      ...{ added: 0, deleted: 0, files: 0, counted: 0 },
    };
    this.#commit = commit;
    this.commits.set(hash, commit);
    for (const written of coAuthors)
      this.waiting.set(written, [...(this.waiting.get(written) ?? []), commit]);
    this.#onCommit?.(this.commits.size);
  }
}

/** git applies the mailmap to authors only; co-authors are asked for in one more call, each name once. */
async function nameCoAuthors(gitDir: string, mailmap: string[], parser: LogParser): Promise<void> {
  const written = [...parser.waiting.keys()];
  if (written.length === 0) return;
  const args = [...mailmap, "check-mailmap", "--stdin"];
  const answer = await askGit({ folder: gitDir, mode: "read", args, input: `${written.join("\n")}\n` });
  const named = answer.split("\n");
  written.forEach((original, index) => {
    const line = named[index] ?? original;
    const open = line.lastIndexOf("<");
    const person = parser.people.get(line.slice(0, open), line.slice(open + 1, line.lastIndexOf(">")));
    for (const commit of parser.waiting.get(original) ?? []) addCoAuthor(commit, person);
  });
  for (const commit of parser.commits.values()) commit.coAuthors.sort(bySubject);
}

function addCoAuthor(commit: Commit, person: Person): void {
  const known = [commit.author, ...commit.coAuthors].some(({ subject }) => subject === person.subject);
  if (!known) commit.coAuthors.push(person);
}

function bySubject(a: Person, b: Person): number {
  return a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0;
}
