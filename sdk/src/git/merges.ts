import { decodeText } from "../manifest/index.ts";
import { addFile, type Commit } from "./commit.ts";
import { DIFF, streamGit } from "./process.ts";
import { eachLine } from "./tokens.ts";

/**
 * Gives each merge the lines that are its own: in none of its parents, or in all of them and gone (`git log --cc`).
 * So an ordinary merge is no work, and what somebody changed while merging is credited to them.
 * @param range what `git log` takes: `head` or `base..head`
 */
export async function addMergeLines(
  gitDir: string,
  range: string,
  commits: ReadonlyMap<string, Commit>,
): Promise<void> {
  const args = ["log", "--merges", "--cc", "-p", "-U0", "--format=%x01%H", ...DIFF, range, "--"];
  const parser = new CombinedDiffParser(commits);
  await eachLine(streamGit({ folder: gitDir, mode: "read", args }), (line) => parser.push(line));
  parser.closeFile();
}

const HUNK = /^(@{3,}) /;
const FILE = /^diff --(?:cc|combined) "?(.*?)"?$/s;

/** Lines tell themselves apart by their first byte: content of a hunk begins with a blank, `+`, `-` or `\`. */
const FIRST = { commit: 0x01, diff: 0x64, hunk: 0x40, plus: 0x2b, minus: 0x2d };

class CombinedDiffParser {
  readonly #commits: ReadonlyMap<string, Commit>;
  #commit: Commit | undefined;
  #path: string | undefined;
  #added = 0;
  #deleted = 0;
  /** How many columns of marks a line has, one a parent; 0 before the first hunk, where the file's header stands. */
  #parents = 0;

  constructor(commits: ReadonlyMap<string, Commit>) {
    this.#commits = commits;
  }

  push(line: Buffer): void {
    const first = line[0];
    if (first === FIRST.commit) {
      this.closeFile();
      this.#commit = this.#commits.get(line.toString("latin1", 1));
    } else if (first === FIRST.diff) {
      this.#openFile(FILE.exec(decodeText(line))?.[1]);
    } else if (first === FIRST.hunk) {
      this.#parents = (HUNK.exec(line.toString("latin1", 0, 64))?.[1]?.length ?? 1) - 1;
    } else if (this.#parents > 0) {
      if (this.#hasInAllColumns(line, FIRST.plus)) this.#added += 1;
      else if (this.#hasInAllColumns(line, FIRST.minus)) this.#deleted += 1;
    }
  }

  closeFile(): void {
    if (this.#commit && this.#path !== undefined && this.#added + this.#deleted > 0) {
      addFile(this.#commit, this.#path, this.#added, this.#deleted, false);
    }
    this.#path = undefined;
    this.#added = 0;
    this.#deleted = 0;
    this.#parents = 0;
  }

  /** `path` is undefined for a header line such as `deleted file mode`. */
  #openFile(path: string | undefined): void {
    if (path === undefined) return;
    this.closeFile();
    this.#path = path;
  }

  #hasInAllColumns(line: Buffer, mark: number): boolean {
    return line.subarray(0, this.#parents).every((byte) => byte === mark) && line.length >= this.#parents;
  }
}
