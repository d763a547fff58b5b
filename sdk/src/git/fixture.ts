import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Commit } from "./commit.ts";
import type { Step } from "./mainline.ts";
import { People } from "./people.ts";

/** For tests only: real repositories in temporary folders, out of reach of the user's settings. */

type TestCommit = {
  /** What each path holds from now on; null deletes it. */
  files?: Record<string, string | Buffer | null>;
  message?: string | Buffer;
  name?: string | Buffer;
  email?: string;
  /** Seconds since 1970. Default: an hour after the one before. */
  at?: number;
  /** More arguments for `git commit`. */
  args?: string[];
};

export class TestRepository {
  readonly path: string;
  #clock = Date.UTC(2024, 0, 1) / 1_000;

  constructor(args: string[] = []) {
    this.path = mkdtempSync(join(tmpdir(), "azora-git-"));
    this.git("init", "-q", "-b", "main", ...args);
  }

  git(...args: string[]): string {
    return this.run(args, {});
  }

  run(
    args: string[],
    { input, env = {} }: { input?: string | Buffer; env?: Record<string, string> },
  ): string {
    const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
    const isolated = {
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: "1",
      LC_ALL: "C.UTF-8",
      TZ: "Etc/GMT+7",
    };
    const person = { GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.org" };
    const committer = { GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.org" };
    const output = execFileSync("git", args, {
      cwd: this.path,
      env: { ...Object.fromEntries(kept), ...isolated, ...person, ...committer, ...this.now(), ...env },
      input: input ?? "",
      stdio: ["pipe", "pipe", "pipe"],
      maxBuffer: 1 << 26,
    });
    return output.toString("utf8").replace(/\n$/, "");
  }

  write(files: NonNullable<TestCommit["files"]>): void {
    for (const [path, content] of Object.entries(files)) {
      const full = join(this.path, path);
      if (content === null) {
        rmSync(full);
        continue;
      }
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
  }

  /** Commits everything; an empty commit when nothing changed. Returns its name. */
  commit({
    files = {},
    message = "Change",
    name = "Ada",
    email = "ada@example.org",
    at,
    args = [],
  }: TestCommit): string {
    this.write(files);
    this.#clock = at ?? this.#clock + 3_600;
    this.git("add", "-A");
    const author = { GIT_AUTHOR_NAME: name.toString(), GIT_AUTHOR_EMAIL: email };
    const all = [
      "commit",
      "-q",
      "--allow-empty",
      "--allow-empty-message",
      "--cleanup=verbatim",
      "-F",
      "-",
      ...args,
    ];
    this.run(all, { input: message, env: author });
    return this.git("rev-parse", "HEAD");
  }

  /** A commit of the current tree as git itself would never write it: what follows `tree`, in any bytes. */
  commitRaw(rest: string | Buffer): string {
    const tree = this.git("write-tree");
    const input = Buffer.concat([Buffer.from(`tree ${tree}\n`), Buffer.from(rest)]);
    const hash = this.run(["hash-object", "-t", "commit", "-w", "--literally", "--stdin"], { input });
    this.git("update-ref", "HEAD", hash);
    return hash;
  }

  /** Merges branches into the current one, always with a merge commit. */
  merge(message: string, ...branches: string[]): string {
    this.#clock += 3_600;
    this.git("merge", "-q", "--no-ff", "-m", message, ...branches);
    return this.git("rev-parse", "HEAD");
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  private now(): Record<string, string> {
    return { GIT_AUTHOR_DATE: `${this.#clock} +0000`, GIT_COMMITTER_DATE: `${this.#clock} +0000` };
  }
}

/** `count` different lines that begin with `label`. */
export function linesOf(label: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${label} ${index}\n`).join("");
}

const people = new People();

/** A commit for tests that need no repository. */
export function fakeCommit(
  part: Partial<Omit<Commit, "author" | "coAuthors">> & { by?: string[]; bots?: string[] },
): Commit {
  const { by = ["ada@example.org"], bots = [], ...rest } = part;
  const all = [
    ...by.map((email) => people.get("", email)),
    ...bots.map((name) => people.get(`${name}[bot]`, name)),
  ];
  const [author = people.get("", "nobody@example.org"), ...coAuthors] = all;
  return {
    ...{ hash: "0".repeat(40), parents: [], author, coAuthors, authoredAt: 0, committedAt: 0 },
    ...{ subject: "Change", headline: "Change", added: 0, deleted: 0, files: 1, counted: 0 },
    ...rest,
  };
}

/** Steps of a made-up mainline; `m` is a merge, `d` a direct commit, each an hour after the one before. */
export function fakeSteps(plan: string): Step[] {
  return [...plan].map((kind, index) => {
    const parents = kind === "m" ? ["a", "b"] : ["a"];
    const subject = `${kind}${index}`;
    const tip = fakeCommit({
      hash: `${index}`,
      parents,
      committedAt: index * 3_600,
      subject,
      headline: subject,
    });
    return { tip, commits: [tip] };
  });
}
