import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import path from "node:path";

/** Real repositories with signed commits, for the practice network and for tests: git's plumbing, and no program that signs. */

export interface SignedCommit {
  /** What paths hold from now on. */
  files?: Record<string, string>;
  message?: string;
  /** The author's, and the committer's unless that is given. */
  email: string;
  committer?: string;
  /** Seconds since 1970. */
  at: number;
  /** Gives the armoured signature of the commit object; without it, the commit is not signed. */
  sign?: (payload: Buffer) => string;
  /** Changes the object after it was signed, as somebody who tampers with it would. */
  tamper?: (object: string) => string;
}

/** Git, out of reach of the user's settings. */
export function git(folder: string, args: readonly string[], input?: string): string {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  return execFileSync("git", args, {
    cwd: folder,
    env: { ...Object.fromEntries(kept), GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1", LC_ALL: "C" },
    input: input ?? "",
    stdio: ["pipe", "pipe", "pipe"],
  })
    .toString("utf8")
    .trim();
}

export function createRepository(folder: string): void {
  mkdirSync(folder, { recursive: true });
  git(folder, ["init", "-q", "-b", "main"]);
}

/** Commits the work tree on top of HEAD, and gives the commit's name. */
export function signedCommit(folder: string, commit: SignedCommit): string {
  const { files = {}, message = "Change\n", email, committer = email, at, sign, tamper } = commit;
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  git(folder, ["add", "-A"]);
  const parent = git(folder, ["for-each-ref", "--format=%(objectname)", "refs/heads/main"]);
  const headers = [
    `tree ${git(folder, ["write-tree"])}`,
    ...(parent === "" ? [] : [`parent ${parent}`]),
    `author ${nameOf(email)} <${email}> ${at} +0000`,
    `committer ${nameOf(committer)} <${committer}> ${at} +0000`,
  ];
  const object = (more: string[]) => `${[...headers, ...more].join("\n")}\n\n${message}`;
  const signature = sign?.(Buffer.from(object([])));
  const header = signature === undefined ? [] : [`gpgsig ${signature.trimEnd().replaceAll("\n", "\n ")}`];
  const whole = object(header);
  const name = git(folder, ["hash-object", "-t", "commit", "-w", "--stdin"], tamper?.(whole) ?? whole);
  git(folder, ["update-ref", "refs/heads/main", name]);
  return name;
}

const nameOf = (email: string): string => email.split("@")[0] ?? email;
