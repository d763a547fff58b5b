// Installs what package-lock.json names, under the pinned Node, when it is not there yet.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { explainNpm } from "./npmFailures.mjs";
import { run } from "./processes.mjs";
import { MODULES, NODE, Refusal, ROOT, readJson, readText } from "./project.mjs";

const LOCK = path.join(ROOT, "package-lock.json");
const NEEDED_MB = 1_800;
const STAMP = path.join(MODULES, ".azora-install");

export function isInstalled() {
  return fs.existsSync(NODE) && readText(STAMP) === key() && hasNested(readJson(LOCK)?.packages ?? {});
}

/** Whether the packages that live beside a workspace are there: a copy of the root's node_modules alone lacks them. */
function hasNested(wanted) {
  return Object.entries(wanted)
    .filter(([place, entry]) => /^(?!node_modules\/).*node_modules\//.test(place) && isNeededHere(entry))
    .every(([place]) => fs.existsSync(path.join(ROOT, place)));
}

export async function install() {
  if (!isInstalledByHand()) await runNpm();
  fs.writeFileSync(STAMP, key());
}

function pinnedNode() {
  const version = readJson(path.join(ROOT, "package.json"))?.devDependencies?.node;
  if (/^\d+\.\d+\.\d+$/.test(version ?? "")) return version;
  throw new Refusal("package.json does not pin an exact version of `node`.");
}

/** One line that changes whenever what has to be installed changes. */
function key() {
  const lock = readText(LOCK);
  if (lock === undefined) throw new Refusal("package-lock.json is missing. Clone the project again.");
  const hash = createHash("sha256").update(lock).digest("hex");
  return `${hash} ${process.platform}-${process.arch} node-${pinnedNode()}\n`;
}

/**
 * Whether somebody's own `npm install` already left exactly what the lock names. npm writes its own list last, so an
 * interrupted install has none; one made under an old Node lacks Hardhat's native part, and is not accepted.
 */
function isInstalledByHand() {
  const wanted = readJson(LOCK)?.packages;
  const found = readJson(path.join(MODULES, ".package-lock.json"))?.packages;
  if (!wanted || !found || !fs.existsSync(NODE)) return false;
  const complete = Object.entries(wanted)
    .filter(([place, entry]) => place.includes("node_modules/") && !entry.link)
    .every(([place, entry]) => (found[place] ? isSame(found[place], entry) : !isNeededHere(entry)));
  return complete && Object.keys(found).every((place) => place in wanted) && hasNested(wanted);
}

function isSame(found, wanted) {
  return found.version === wanted.version && (!wanted.integrity || found.integrity === wanted.integrity);
}

/** Whether an entry of the lock has to be there on this machine. (An optional one for no platform belongs to others.) */
function isNeededHere(entry) {
  if (entry.optional && !entry.os && !entry.cpu) return false;
  return (
    fits(entry.os, process.platform) &&
    fits(entry.cpu, process.arch) &&
    (!entry.libc || fits(entry.libc, libc()))
  );
}

function fits(list, value) {
  if (!list) return true;
  return !list.includes(`!${value}`) && (list.includes(value) || list.every((one) => one.startsWith("!")));
}

function libc() {
  if (process.platform !== "linux") return undefined;
  return process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
}

/** A full disk shows in many ways once npm is at work, so it is asked about first. */
function proveRoom() {
  if (fs.existsSync(MODULES)) return; // what is there is replaced
  const { bavail, bsize } = fs.statfsSync(ROOT);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free >= NEEDED_MB) return;
  throw new Refusal(
    `The packages need ${NEEDED_MB} MB in ${ROOT}, but ${free} MB are free. Free some space and try again.`,
  );
}

async function runNpm() {
  proveRoom();
  const version = pinnedNode();
  const count = Object.keys(readJson(LOCK)?.packages ?? {}).length;
  // npm itself has to run under the pinned Node: an older one silently skips packages whose `engines` ask for more.
  const npm = process.env.npm_execpath ?? "";
  const known = path.basename(npm) === "npm-cli.js";
  // Errors are read, even when the outer npm is silent; and a registry that is not there is noticed soon.
  const settings = [
    "--loglevel=error",
    "--no-progress",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=5000",
  ];
  const inside = [
    known ? 'node "$AZORA_NPM"' : "npm",
    "ci",
    "--include=dev",
    "--include=optional",
    ...settings,
  ];
  const { code, output } = await run(
    `Installing Node ${version} and ${count} packages (once; later starts skip this)`,
    known ? process.execPath : "npm",
    [
      ...(known ? [npm] : []),
      "exec",
      "--yes",
      ...settings,
      `--package=node@${version}`,
      "-c",
      inside.join(" "),
    ],
    { ...environment(), AZORA_NPM: npm },
  );
  if (code !== 0) throw new Refusal(explainNpm(output, code));
  proveNode(version);
}

function proveNode(version) {
  if (!fs.existsSync(NODE)) {
    throw new Refusal(
      "npm skips install scripts here (`ignore-scripts`), but the pinned Node comes by one. The few packages that have " +
        "any are listed in package.json under allowScripts; allow them this once with: npm_config_ignore_scripts=false npm test",
    );
  }
  const { stdout, stderr, error } = spawnSync(NODE, ["--version"], { encoding: "utf8" });
  if (stdout?.trim() === `v${version}`) return;
  throw new Refusal(
    `Node ${version} was installed but does not run on this system (${error?.message ?? stderr.trim()}). It needs macOS, ` +
      "or a Linux with glibc (not musl, so not Alpine), on x64 or arm64.",
  );
}

/** The caller's environment without what an outer npm put there about its own run; the user's npm settings stay. */
function environment() {
  const outer =
    /^(npm_(lifecycle|package)_|npm_(command|execpath|node_execpath)$|npm_config_(local_prefix|prefix|global|location|workspaces?|only|omit|user_agent)$)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
  const bin = path.join(MODULES, ".bin"); // about to be replaced, so nothing may run from there
  const folders = (env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== bin);
  delete env.NODE_ENV; // "production" would leave out half of what is needed
  return { ...env, PATH: folders.join(path.delimiter) };
}
