import { spawn } from "node:child_process";
import { devNull } from "node:os";
import { failureOf, GitFailedError, GitNotInstalledError, UnreadableRepositoryError } from "./errors.ts";

/**
 * Settings on which the answer would depend are fixed here, so that a repository gives the same history on every
 * machine; and nothing that a repository can configure makes git run another program.
 */
const FIXED = Object.entries({
  "blame.ignoreRevsFile": "",
  "color.ui": "false",
  "core.bigFileThreshold": "512m",
  "core.fsmonitor": "false",
  "core.quotepath": "off",
  "diff.algorithm": "myers",
  "diff.colorMoved": "no",
  "diff.ignoreSubmodules": "none",
  "diff.indentHeuristic": "true",
  "diff.interHunkContext": "0",
  "diff.mnemonicPrefix": "false",
  "diff.noprefix": "false",
  "diff.orderFile": devNull,
  "diff.relative": "false",
  "diff.submodule": "short",
  "diff.suppressBlankEmpty": "false",
  "i18n.logOutputEncoding": "UTF-8",
  "log.showSignature": "false",
  "mailmap.file": "",
}).flatMap(([key, value]) => ["-c", `${key}=${value}`]);

/** Renames from half alike on, the search bounded; no external diff, no text conversion. */
export const DIFF = ["-M50%", "-l1000", "--no-ext-diff", "--no-textconv", "--no-color"];

const QUIET = { LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1" };

function environment(keep: (name: string) => boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_") || keep(name));
  return { ...Object.fromEntries(kept), ...QUIET };
}

/** To find a repository: the user's own settings count, for they say which folders are trusted. */
function finding(): NodeJS.ProcessEnv {
  return environment((name) => name.startsWith("GIT_CONFIG") || name === "GIT_CEILING_DIRECTORIES");
}

/** To read it: no setting of the user or the machine, and no GIT_ variable that could redirect. */
function reading(): NodeJS.ProcessEnv {
  return {
    ...environment(() => false),
    HOME: devNull,
    XDG_CONFIG_HOME: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_GRAFT_FILE: devNull,
  };
}

type GitCall = {
  /** The folder to run in. To read, the git folder itself: a work tree's uncommitted files then play no part. */
  folder: string;
  args: readonly string[];
  mode: "find" | "read";
  input?: string;
};

/**
 * What git writes, as it comes: a slow reader slows git down, so memory stays flat. No shell is involved.
 * A reader that stops early ends the process.
 * @throws GitError of the class that fits what git said, when it ends with another code than 0
 */
export async function* streamGit({
  folder,
  args,
  mode,
  input,
}: GitCall): AsyncGenerator<Buffer, void, undefined> {
  const target = mode === "read" ? [`--git-dir=${folder}`] : [];
  const child = spawn("git", ["--no-pager", "--no-replace-objects", ...target, ...FIXED, ...args], {
    cwd: folder,
    env: mode === "read" ? reading() : finding(),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    if (said.length < 16_384) said += chunk;
  });
  child.stdin.on("error", toleratedEnd);
  child.stdin.end(input ?? "");
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
  ended.catch(toleratedEnd); // it is awaited below, and heard then
  const command = args.find((arg) => !arg.startsWith("-") && !arg.includes("=")) ?? "";
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer;
    const code = await ended;
    if (code !== 0) throw failureOf(folder, command, said, new Error(`git ended with ${code}`));
  } catch (error) {
    throw startFailure(error, folder, command);
  } finally {
    if (child.exitCode === null) child.kill();
  }
}

/** git may end before it has read everything, or not start: its exit code or its error says why. */
function toleratedEnd(): void {
  // heard where the process is waited for
}

function startFailure(error: unknown, folder: string, command: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return new GitNotInstalledError(error);
  if (code === "EACCES") return new UnreadableRepositoryError(folder, { cause: error });
  return code === undefined ? error : new GitFailedError(command, { cause: error, details: String(error) });
}

/** The whole answer of a git command whose answer is known to be short. */
export async function askGit(call: GitCall): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(call)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
