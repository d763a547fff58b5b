import { execFile, spawn } from "node:child_process";
import { lstat, readdir } from "node:fs/promises";
import { devNull } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { ProofAwayError, ProofError } from "./errors.ts";
import type { Place } from "./places.ts";

/** How much of this machine one repository of somebody may take. */
export interface GitLimits {
  /** For everything that is done with it, in ms. */
  timeMs: number;
  /** On disk, in bytes. */
  bytes: number;
  /** Of one answer of git's, in bytes. */
  answerBytes: number;
}

export const GIT_LIMITS: GitLimits = { timeMs: 180_000, bytes: 512 * 1_048_576, answerBytes: 64 * 1_048_576 };

const WATCH_MS = 200;
/** git that is too slow to end when it is told to. */
const SLOWEST = "20";

/**
 * Settings with which git runs nothing, asks nobody, and goes nowhere but where it is sent. Nothing is ever checked out, so
 * no filter, no attribute and no submodule of a repository has any effect.
 */
const SAFE = Object.entries({
  "core.hooksPath": devNull,
  "core.fsmonitor": "false",
  "core.askPass": "",
  "core.alternateRefsCommand": "",
  "credential.helper": "",
  "fetch.recurseSubmodules": "false",
  "fetch.writeCommitGraph": "false",
  "transfer.bundleURI": "false",
  "gc.auto": "0",
  "maintenance.auto": "false",
  "pack.threads": "1",
  "protocol.version": "2",
  // A repository that has moved is another one, and a redirect could lead into a private network.
  "http.followRedirects": "false",
  "http.proxy": "",
  "http.sslVerify": "true",
  "http.lowSpeedLimit": "1000",
  "http.lowSpeedTime": SLOWEST,
}).flatMap(([key, value]) => ["-c", `${key}=${value}`]);

/** What git is told of this machine: where programs and certificates are. No key, no proxy, no setting of anybody's. */
const KEPT = [
  "PATH",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "GIT_SSL_CAINFO",
  "SYSTEMROOT",
  "TMPDIR",
  "TEMP",
  "TMP",
];

function environment(folder: string, protocol: string): NodeJS.ProcessEnv {
  const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return {
    ...Object.fromEntries(kept),
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    LC_ALL: "C",
    GIT_ALLOW_PROTOCOL: protocol,
    GIT_ATTR_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_TERMINAL_PROMPT: "0",
  };
}

/** Where git may go, and under which name: an address that was looked at is the one that is used. */
function wayTo(place: Place): { protocol: string; args: string[] } {
  if (place.kind === "folder") return { protocol: "file", args: ["-c", `remote.origin.url=${place.folder}`] };
  const addresses = place.addresses.map((address) => (address.includes(":") ? `[${address}]` : address));
  const pinned = `http.curloptResolve=${place.host}:${place.port}:${addresses.join(",")}`;
  return { protocol: "https", args: ["-c", `remote.origin.url=${place.url}`, "-c", pinned] };
}

/** The first version that can be told which address a host has. An older one would ignore that, and ask for itself. */
const PINNING = [2, 37] as const;

/** @throws ProofAwayError if this machine's git cannot be kept from private networks */
export async function requirePinning(): Promise<void> {
  const { stdout } = await promisify(execFile)("git", ["version"]);
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(stdout)?.slice(1) ?? []).map(Number);
  if (major < PINNING[0] || (major === PINNING[0] && minor < PINNING[1]))
    throw new ProofAwayError(`Repositories of hosts are read with git ${PINNING.join(".")} or newer only.`);
}

interface Call {
  /** The bare repository that git works in. */
  folder: string;
  args: readonly string[];
  input?: string;
  /** Where git may go; nowhere by default. */
  place?: Place;
  limits: GitLimits;
  signal: AbortSignal;
}

/** git said no. What it said is kept, and may name folders of this machine. */
export class GitRefusedError extends Error {
  override name = "GitRefusedError";
}

/**
 * Runs git in a folder of its own, and stops it when it takes too long, writes too much or says too much.
 * @throws ProofError if it takes too much room, ProofAwayError if it takes too long, GitRefusedError if it fails
 */
export async function boundedGit({ folder, args, input = "", place, limits, signal }: Call): Promise<Buffer> {
  if (signal.aborted) throw tooLong();
  const way = place === undefined ? { protocol: "none", args: [] } : wayTo(place);
  const child = spawn("git", ["--no-pager", `--git-dir=${folder}`, ...SAFE, ...way.args, ...args], {
    cwd: folder,
    env: environment(folder, way.protocol),
    stdio: ["pipe", "pipe", "pipe"],
    // A group of its own, so that what git starts ends with it.
    detached: true,
    windowsHide: true,
  });
  let stopped: Error | undefined;
  const stop = (reason: Error) => {
    if (stopped !== undefined) return;
    stopped = reason;
    if (child.pid !== undefined && child.exitCode === null) killGroup(child.pid);
  };
  const onAbort = () => stop(tooLong());
  signal.addEventListener("abort", onAbort, { once: true });
  const tooLarge = new ProofError(
    `The repository takes more than ${Math.floor(limits.bytes / 1_048_576)} MiB.`,
  );
  const watch = place && watchSize(folder, limits.bytes, () => stop(tooLarge));
  const chunks: Buffer[] = [];
  let size = 0;
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > limits.answerBytes) stop(new ProofError("What was asked of the repository is too large."));
    else chunks.push(chunk);
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    if (said.length < 4_096) said += chunk;
  });
  child.stdin.on("error", () => undefined); // it ended before it had read all: its exit code says why
  child.stdin.end(input);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (stopped !== undefined) throw stopped;
    if (place !== undefined && (await sizeOf(folder)) > limits.bytes) throw tooLarge;
    if (code !== 0) throw new GitRefusedError(said.trim() || `git ended with ${code}`);
    return Buffer.concat(chunks);
  } finally {
    clearInterval(watch);
    signal.removeEventListener("abort", onAbort);
  }
}

const tooLong = () => new ProofAwayError("Reading the repository took too long, or was interrupted.");

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function watchSize(folder: string, limit: number, tooLarge: () => void): NodeJS.Timeout {
  let looking = false;
  return setInterval(async () => {
    if (looking) return;
    looking = true;
    if ((await sizeOf(folder)) > limit) tooLarge();
    looking = false;
  }, WATCH_MS);
}

/** Bytes of all files under a folder; what vanishes meanwhile counts nothing. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(({ parentPath, name }) =>
      lstat(path.join(parentPath, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
