// Only one bootstrap of a checkout installs or compiles at a time. The lock file names the processes that do.

import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { progress } from "./progress.mjs";
import { readJson, readText, STATE } from "./project.mjs";

const LOCK = path.join(STATE, "bootstrap.lock");

/** Does the work unless somebody else has done it while we waited for our turn. */
export async function alone(work, isDone) {
  fs.mkdirSync(STATE, { recursive: true });
  await waitForLock();
  try {
    if (!isDone()) await work();
  } finally {
    fs.rmSync(LOCK, { force: true });
  }
}

async function waitForLock() {
  const wait = progress("Waiting for another start of Azora that is installing or compiling");
  try {
    while (!tryLock()) await sleep(200);
  } finally {
    wait.end();
  }
}

/** Names a child in the lock too: it may outlive us, when we are killed outright. */
export function lockFor(child) {
  if (child.pid) fs.writeFileSync(LOCK, JSON.stringify([describe(process.pid), describe(child.pid)]));
}

function tryLock() {
  try {
    fs.writeFileSync(LOCK, JSON.stringify([describe(process.pid)]), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  if (isStale()) takeAway();
  return false;
}

function isStale() {
  const holders = readJson(LOCK);
  if (Array.isArray(holders)) return !holders.some(isAlive);
  const { mtimeMs } = fs.statSync(LOCK, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  return Date.now() - mtimeMs > 5_000; // otherwise it is just being written
}

/** Of several that see a stale lock, the one whose rename succeeds removes it; then all try again. */
function takeAway() {
  const aside = `${LOCK}.${process.pid}`;
  try {
    fs.renameSync(LOCK, aside);
    if (readJson(aside)?.some?.(isAlive)) fs.linkSync(aside, LOCK); // somebody was faster, and it is theirs: put it back
    fs.rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  }
}

function describe(pid) {
  return { pid, started: startOf(pid) };
}

function isAlive({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return startOf(pid) === started;
}

/** When a process started, so that a later one with its id is not taken for it; "" where the system does not say. */
function startOf(pid) {
  const afterName = readText(`/proc/${pid}/stat`)?.replace(/^.*\) /s, "");
  return afterName?.split(" ")[19] ?? "";
}
