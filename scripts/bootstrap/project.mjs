import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
export const STATE = path.join(ROOT, ".azora");
export const MODULES = path.join(ROOT, "node_modules");
export const NODE = path.join(MODULES, "node", "bin", "node");

/** A failure that has been understood: its message is all that people need to see. */
export class Refusal extends Error {}

export function readText(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

export function whoOwnsIt() {
  const { uid } = fs.statSync(ROOT);
  const me = process.getuid();
  if (uid === me) return "Check who owns that folder, and its permissions.";
  return `${ROOT} belongs to another user (id ${uid}, you are ${me}). Clone the project as yourself, or ask for write access.`;
}

export function readOnly() {
  return `${ROOT} is read-only. Clone the project into a folder that you may write to.`;
}
