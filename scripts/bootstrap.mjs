// node scripts/bootstrap.mjs [--no-generate] <script.ts> [argument...]
// node scripts/bootstrap.mjs --generate
//
// Gets a fresh clone ready and then runs the script under the pinned Node: installs what package-lock.json names,
// compiles the contracts and generates code from them, each only when something changed. It has no dependencies and
// runs on any Node from 20 on, because it is what runs when nothing else is there yet.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const STATE = path.join(ROOT, ".azora");
const MODULES = path.join(ROOT, "node_modules");
const NODE = path.join(MODULES, "node", "bin", "node");
const INSTALL_STAMP = path.join(MODULES, ".azora-install");
const GENERATE_STAMP = path.join(STATE, "generated.json");
const LOCK = path.join(STATE, "bootstrap.lock");
const GUARD = new URL("./orphan-guard.mjs", import.meta.url).href;

/** What generated code depends on, and where it is written. */
const SOURCES = ["contracts", "deploy", "scripts/generate.ts", "scripts/generate", "hardhat.config.ts", "package-lock.json"];
const OUTPUTS = ["artifacts", "types", "sdk/src/generated"];

/** A failure that has been understood: its message is all that people need to see. */
class Refusal extends Error {}

// --- Install -------------------------------------------------------------------------------------------------------

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function readText(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function pinnedNode() {
  const version = readJson(path.join(ROOT, "package.json"))?.devDependencies?.node;
  if (!/^\d+\.\d+\.\d+$/.test(version ?? "")) throw new Refusal("package.json does not pin an exact version of `node`.");
  return version;
}

/** One line that changes whenever what has to be installed changes. */
function installKey() {
  const lock = readText(path.join(ROOT, "package-lock.json"));
  if (lock === undefined) throw new Refusal("package-lock.json is missing, so there is nothing to install from. Clone the project again.");
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch} node-${pinnedNode()}`;
}

function isInstalled() {
  return fs.existsSync(NODE) && readText(INSTALL_STAMP)?.trim() === installKey();
}

/** Whether an entry of the lock has to be there on this machine. (An optional one for no platform belongs to others.) */
function isNeededHere(entry) {
  if (entry.optional && !entry.os && !entry.cpu) return false;
  const fits = (list, value) => !list || (!list.includes(`!${value}`) && (list.every((one) => one.startsWith("!")) || list.includes(value)));
  const libc = process.platform === "linux" ? (process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl") : undefined;
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && (!entry.libc || fits(entry.libc, libc));
}

/**
 * Whether somebody's own `npm install` already left exactly what the lock names. npm writes its own list last, so an
 * interrupted install has none; one made under an old Node lacks Hardhat's native part, and is not accepted.
 */
function isInstalledByHand() {
  const wanted = readJson(path.join(ROOT, "package-lock.json"))?.packages;
  const found = readJson(path.join(MODULES, ".package-lock.json"))?.packages;
  if (!wanted || !found || !fs.existsSync(NODE)) return false;
  for (const [place, entry] of Object.entries(wanted)) {
    if (!place.includes("node_modules/") || entry.link) continue;
    const present = found[place];
    if (present ? present.version !== entry.version || present.integrity !== entry.integrity : isNeededHere(entry)) return false;
  }
  return Object.keys(found).every((place) => place in wanted);
}

/** npm's own failures, most specific first, in words that say what to do. */
const NPM_FAILURES = [
  [/ENOSPC|no space left/i, () => "The disk is full: the packages need about 1 GB. Free some space and run the same command again."],
  [/EROFS|read-only file system/i, () => `${ROOT} is read-only. Clone the project into a folder that you may write to.`],
  [/\bE(ACCES|PERM)\b/, (text) => `npm may not write ${/path (\S.*)/.exec(text)?.[1] ?? "its files"}. ${whoOwns()}`],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|ENOTCACHED/,
    (text) =>
      `The npm registry cannot be reached (${/ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|E\w+UNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|ENOTCACHED/.exec(text)?.[0]}). ` +
      "Check the connection, or npm's `registry` and `proxy` settings, and run the same command again: it goes on from what is there.",
  ],
  [/SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|CERT_/, () => "The npm registry's certificate is not trusted here. Set npm's `cafile` to your network's certificate."],
  [/E401|E403/, () => "The npm registry refused access. Log in to it, or set npm's `registry` to another one."],
  [/E404|ETARGET/, (text) => `The npm registry does not have a package that is needed: ${/(\S+@[\w.^~-]+)/.exec(text)?.[1] ?? "see below"}. Set npm's \`registry\` to a complete one.`],
  [/EINTEGRITY/, () => "A downloaded package is not the one that package-lock.json names. Run `npm cache verify` and try again."],
  [/EUSAGE|are in sync/, () => "package-lock.json does not match package.json. Run `npm install` once after changing dependencies."],
];

function whoOwns() {
  const { uid } = fs.statSync(ROOT);
  if (uid !== process.getuid()) return `${ROOT} belongs to another user (id ${uid}, you are ${process.getuid()}). Clone the project as yourself, or ask for write access.`;
  return "Check who owns that folder, and its permissions.";
}

function explainNpm(output, code) {
  const [, explain] = NPM_FAILURES.find(([pattern]) => pattern.test(output)) ?? [];
  const known = explain?.(output);
  const tail = output
    .split("\n")
    .filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log of this run|^npm (error|ERR!)\s*$/.test(line))
    .slice(0, 12)
    .join("\n");
  return `${known ?? `npm could not install the packages (exit code ${code}).`}${tail ? `\n${tail}` : ""}`;
}

async function install() {
  const version = pinnedNode();
  const count = Object.keys(readJson(path.join(ROOT, "package-lock.json"))?.packages ?? {}).length;
  // npm itself has to run under the pinned Node: an older one silently skips packages whose `engines` ask for more.
  const npm = process.env.npm_execpath ?? "";
  const [command, first] = path.basename(npm) === "npm-cli.js" ? [process.execPath, [npm]] : ["npm", []];
  const inside = first.length > 0 ? 'node "$AZORA_NPM" ci' : "npm ci";
  const { code, output } = await run(
    `Installing Node ${version} and ${count} packages (once; later starts skip this)`,
    command,
    [...first, "exec", "--yes", `--package=node@${version}`, "-c", `${inside} --include=dev --include=optional --no-progress`],
    { ...installEnvironment(), AZORA_NPM: npm },
  );
  if (code !== 0) throw new Refusal(explainNpm(output, code));
  if (!fs.existsSync(NODE)) {
    throw new Refusal(
      "npm skips install scripts here (`ignore-scripts`), but the pinned Node comes by one. The few packages that have any are listed in package.json" +
        " under allowScripts; allow them for this once with: npm_config_ignore_scripts=false npm test",
    );
  }
  const answer = spawnSync(NODE, ["--version"], { encoding: "utf8" });
  if (answer.stdout?.trim() !== `v${version}`) {
    throw new Refusal(
      `Node ${version} was installed but does not run on this system (${answer.error?.message ?? answer.stderr.trim()}). ` +
        "Its builds need glibc on Linux (not musl, so not Alpine) or macOS, on x64 or arm64.",
    );
  }
  fs.writeFileSync(INSTALL_STAMP, `${installKey()}\n`);
}

/** The caller's environment without what an outer npm put there about its own run; the user's npm settings stay. */
function installEnvironment() {
  const outer = /^(npm_(lifecycle|package)_|npm_(command|execpath|node_execpath)$|npm_config_(local_prefix|prefix|global|location|workspaces?|only|omit|user_agent)$)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
  const bin = path.join(MODULES, ".bin"); // about to be replaced, so nothing may run from there
  env.PATH = (env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== bin).join(path.delimiter);
  delete env.NODE_ENV; // "production" would leave out half of what is needed
  return env;
}

// --- Generate ------------------------------------------------------------------------------------------------------

function* filesUnder(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (stat?.isFile()) yield place;
  if (!stat?.isDirectory()) return;
  for (const name of fs.readdirSync(place).sort()) yield* filesUnder(path.join(place, name));
}

function generateKey() {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of filesUnder(path.join(ROOT, source))) {
      const content = fs.readFileSync(file);
      hash.update(`${path.relative(ROOT, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

function outputsPresent() {
  return OUTPUTS.filter((output) => fs.existsSync(path.join(ROOT, output)));
}

function isGenerated() {
  const stamp = readJson(GENERATE_STAMP);
  const present = outputsPresent();
  return Array.isArray(stamp?.outputs) && stamp.outputs.every((output) => present.includes(output)) && stamp.key === generateKey();
}

async function generate() {
  const key = generateKey(); // taken first: a file that changes meanwhile makes the next start generate again
  const steps = [["Compiling the contracts", [path.join(MODULES, "hardhat", "dist", "src", "cli.js"), "build", "--quiet"], "The contracts do not compile."]];
  const generator = path.join(ROOT, "scripts", "generate.ts");
  if (fs.existsSync(generator)) steps.push(["Generating code from them", [generator], "The code generator failed."]);
  for (const [label, args, failure] of steps) {
    const { code, output } = await run(label, NODE, args, childEnvironment());
    if (code !== 0) throw new Refusal(`${failure}\n${output.trim()}`);
  }
  fs.writeFileSync(GENERATE_STAMP, `${JSON.stringify({ key, outputs: outputsPresent() })}\n`);
}

// --- One at a time -------------------------------------------------------------------------------------------------

/** When a process started, so that a later one with the same id is not taken for it; "" where the system does not say. */
function startOf(pid) {
  return readText(`/proc/${pid}/stat`)?.replace(/^.*\)/s, "").split(" ")[20] ?? "";
}

function isAlive({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return startOf(pid) === started;
}

function describe(pid) {
  return { pid, started: startOf(pid) };
}

/** The processes that hold the lock, of which one is alive; undefined when nobody does. */
function holders() {
  const held = readJson(LOCK);
  if (!Array.isArray(held)) {
    const age = Date.now() - (fs.statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return age < 5_000 ? [] : undefined; // just being written, or left half-written
  }
  return held.some(isAlive) ? held : undefined;
}

function tryLock() {
  try {
    fs.writeFileSync(LOCK, JSON.stringify([describe(process.pid)]), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  if (!fs.existsSync(LOCK) || holders() !== undefined) return false;
  // Stale. Of several that see it, the one whose rename succeeds removes it; then all try again.
  const aside = `${LOCK}.${process.pid}`;
  try {
    fs.renameSync(LOCK, aside);
    if (readJson(aside)?.some?.(isAlive)) fs.linkSync(aside, LOCK); // somebody was faster, and it is theirs: put it back
    fs.rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  }
  return false;
}

async function alone(work, isDone) {
  fs.mkdirSync(STATE, { recursive: true });
  const wait = progress("Waiting for another start of Azora that is installing or compiling");
  while (!tryLock()) await new Promise((resolve) => setTimeout(resolve, 200));
  wait.end();
  try {
    if (!isDone()) await work();
  } finally {
    fs.rmSync(LOCK, { force: true });
  }
}

// --- Processes and progress ----------------------------------------------------------------------------------------

/** Says what takes long: nothing for two seconds, then a line with the time that has passed. */
function progress(label) {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const terminal = process.stderr.isTTY;
  let shown = 0;
  const timer = setInterval(() => {
    if (seconds() < 2 || (!terminal && shown > 0 && seconds() % 15 !== 0)) return;
    shown += 1;
    process.stderr.write(terminal ? `\r${label} … ${seconds()} s ` : `${label} … ${seconds()} s\n`);
  }, 1000);
  return {
    end() {
      clearInterval(timer);
      if (shown > 0) process.stderr.write(`${terminal ? "\r" : ""}${label}: ${seconds()} s\n`);
    },
  };
}

let running; // the child that signals are passed to

/** Runs a command quietly, with progress, and returns what it printed. The lock names it too: it may outlive us. */
async function run(label, command, args, env) {
  const bar = progress(label);
  try {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    running = child;
    if (child.pid) fs.writeFileSync(LOCK, JSON.stringify([describe(process.pid), describe(child.pid)]));
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => { output = (output + text).slice(-200_000); });
    const code = await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (status, signal) => resolve(signal ? 128 + os.constants.signals[signal] : status));
    });
    if (stopped) throw new Refusal("Stopped. The next start goes on from here.");
    return { code, output };
  } catch (error) {
    if (error.code === "ENOENT") throw new Refusal(`\`${command}\` was not found. Install npm (it comes with Node) and try again.`);
    throw error;
  } finally {
    running = undefined;
    bar.end();
  }
}

/**
 * Each signal reaches the child exactly once. Ctrl-C in a terminal goes to the whole process group, and npm then sends
 * it again; so the child has a group of its own, and what arrives here in close succession is passed on once.
 */
let stopped;
function forwardSignals() {
  const last = {};
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGWINCH"]) {
    process.on(signal, () => {
      const now = Date.now();
      if (signal !== "SIGWINCH") {
        if (now - (last[signal] ?? 0) < 500) return;
        stopped = signal;
      }
      last[signal] = now;
      try {
        if (running?.pid) process.kill(running.quiet === false ? running.pid : -running.pid, signal);
        else if (signal !== "SIGWINCH") process.exit(128 + os.constants.signals[signal]);
      } catch {
        // the child has just ended, and we are about to
      }
    });
  }
}

function childEnvironment() {
  const bin = path.join(MODULES, ".bin");
  const rest = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== bin);
  return { ...process.env, PATH: [bin, ...rest].join(path.delimiter), INIT_CWD: process.env.INIT_CWD ?? process.cwd() };
}

async function hand(script, args) {
  const file = path.join(ROOT, script);
  if (!fs.existsSync(file)) throw new Refusal(`There is no ${script} in this version of the project.`);
  const child = spawn(NODE, ["--import", GUARD, file, ...args], { cwd: ROOT, env: childEnvironment(), stdio: "inherit", detached: true });
  child.quiet = false;
  running = child;
  process.exitCode = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (status, signal) => resolve(signal ? 128 + os.constants.signals[signal] : status));
  });
}

// --- Main ----------------------------------------------------------------------------------------------------------

async function main([first, ...rest]) {
  if (process.platform === "win32") throw new Refusal("Azora does not run on Windows itself. Run it inside WSL: https://learn.microsoft.com/windows/wsl/install");
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20) throw new Refusal(`Azora needs Node 20 or newer to start (it then brings its own); this is ${process.version}. See https://nodejs.org`);
  if (!first) throw new Refusal("usage: node scripts/bootstrap.mjs [--no-generate] <script.ts> [argument...]");
  forwardSignals();
  if (!isInstalled()) {
    await alone(async () => {
      if (isInstalledByHand()) fs.writeFileSync(INSTALL_STAMP, `${installKey()}\n`);
      else await install();
    }, isInstalled);
  }
  if (first === "--generate") return alone(generate, () => false);
  if (first !== "--no-generate" && !isGenerated()) await alone(generate, isGenerated);
  const [script, ...args] = first === "--no-generate" ? rest : [first, ...rest];
  if (stopped) throw new Refusal("Stopped.");
  return hand(script, args);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const write = { EACCES: whoOwns, EPERM: whoOwns, EROFS: () => `${ROOT} is read-only. Clone the project into a folder that you may write to.`, ENOSPC: () => "The disk is full." };
  const message = error instanceof Refusal ? error.message : `${error.message}${write[error.code] ? `\n${write[error.code]()}` : ""}`;
  console.error(`azora: ${message}`);
  process.exitCode = stopped ? 128 + os.constants.signals[stopped] : 1;
}
