// Compiles the contracts and generates code from them, when anything that this depends on has changed.

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { environment, run } from "./processes.mjs";
import { MODULES, NODE, Refusal, ROOT, readJson, STATE } from "./project.mjs";

const STAMP = path.join(STATE, "generated.json");
const SOURCES = [
  "contracts",
  "deploy",
  "docs/constitution.md",
  "api/openapi.json",
  "api/schema.graphql",
  "scripts/generate.ts",
  "scripts/generate",
  "hardhat.config.ts",
  "package-lock.json",
];
const OUTPUTS = ["artifacts", "types", "sdk/src/generated"];

const STEPS = [
  {
    label: "Compiling the contracts",
    args: [path.join(MODULES, "hardhat", "dist", "src", "cli.js"), "build", "--no-tests", "--quiet"],
    failure: "The contracts do not compile.",
  },
  {
    label: "Generating code from the contracts",
    args: [path.join(ROOT, "scripts", "generate.ts")],
    failure: "The code generator failed.",
  },
];

export function isGenerated() {
  const stamp = readJson(STAMP);
  return OUTPUTS.every((output) => fs.existsSync(path.join(ROOT, output))) && stamp?.key === key();
}

export async function generate() {
  const before = key(); // taken first: a file that changes meanwhile makes the next start generate again
  for (const { label, args, failure } of STEPS) {
    const { code, output } = await run(label, NODE, args, environment());
    if (code !== 0) throw new Refusal(`${failure}\n${output.trim()}`);
  }
  fs.writeFileSync(STAMP, `${JSON.stringify({ key: before })}\n`);
}

function key() {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of filesUnder(path.join(ROOT, source))) {
      const content = fs.readFileSync(file);
      hash.update(`${path.relative(ROOT, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

function* filesUnder(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (stat?.isFile()) yield place;
  if (!stat?.isDirectory()) return;
  for (const name of fs.readdirSync(place).sort()) yield* filesUnder(path.join(place, name));
}
