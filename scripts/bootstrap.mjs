// node scripts/bootstrap.mjs [--no-generate] <script.ts> [argument...]
// node scripts/bootstrap.mjs --generate
//
// Gets a fresh clone ready and then runs the script under the pinned Node: installs what package-lock.json names,
// compiles the contracts and generates code from them, each only when something changed. It has no dependencies and
// runs on any Node from 20 on, because it is what runs when nothing else is there yet.

import { alone } from "./bootstrap/alone.mjs";
import { generate, isGenerated } from "./bootstrap/generate.mjs";
import { install, isInstalled } from "./bootstrap/install.mjs";
import { failureCode, handOver, passSignalsOn } from "./bootstrap/processes.mjs";
import { Refusal, readOnly, whoOwnsIt } from "./bootstrap/project.mjs";

async function main([first, ...rest]) {
  refuseUnsupported();
  if (!first)
    throw new Refusal("usage: node scripts/bootstrap.mjs [--no-generate] <script.ts> [argument...]");
  passSignalsOn();
  if (!isInstalled()) await alone(install, isInstalled);
  if (first === "--generate") return alone(generate, () => false);
  if (first === "--no-generate") return handOver(rest[0], rest.slice(1));
  if (!isGenerated()) await alone(generate, isGenerated);
  return handOver(first, rest);
}

function refuseUnsupported() {
  if (process.platform === "win32") {
    throw new Refusal(
      "Azora does not run on Windows itself, but in WSL: https://learn.microsoft.com/windows/wsl/install",
    );
  }
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new Refusal(
      `Azora needs Node 20 or newer to start (it then brings its own); this is ${process.version}.`,
    );
  }
}

/** What the system's own errors mean for somebody who started Azora. */
const SYSTEM = { EACCES: whoOwnsIt, EPERM: whoOwnsIt, EROFS: readOnly, ENOSPC: () => "The disk is full." };

try {
  await main(process.argv.slice(2));
} catch (error) {
  const hint = SYSTEM[error.code]?.();
  console.error(`azora: ${hint ? `${hint} (${error.message})` : error.message}`);
  process.exitCode = failureCode();
}
