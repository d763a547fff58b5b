// npm run mutants [-- --only <target>]
//
// Changes the core of the contracts in every small way there is, and looks whether a test notices. Goes on where it was
// stopped. Ends with 1 if fewer are noticed than must be, or one that is not noticed has no argument in
// scripts/mutation/survivors.json.

import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Mutant, mutantsOf } from "./mutation/operators.ts";
import { keep, readArgued, readResults } from "./mutation/results.ts";
import { Scratch, type Verdict } from "./mutation/scratch.ts";
import { type Killer, TARGETS, type Target } from "./mutation/targets.ts";

/** Of all mutants that compile, in percent. */
const LEAST = 95;

const FUZZ = globSync("test/contracts/{fuzz,support}/*.sol").sort();

const chosen = chooseTargets();
const results = readResults();
const argued = readArgued();
const scratches = new Map<Killer["task"], Scratch>();
const verdicts: { mutant: Mutant; verdict: Verdict }[] = [];
try {
  for (const target of chosen) await runTarget(target);
} finally {
  for (const scratch of scratches.values()) scratch.remove();
}
conclude();

function chooseTargets(): readonly Target[] {
  try {
    const { values } = parseArgs({ options: { only: { type: "string", multiple: true } } });
    const only = values.only ?? [];
    const unknown = only.find((name) => TARGETS.every((target) => target.name !== name));
    if (unknown !== undefined) throw new Error(`There is no target "${unknown}".`);
    return TARGETS.filter(({ name }) => only.length === 0 || only.includes(name));
  } catch (error) {
    const names = TARGETS.map(({ name }) => name).join(", ");
    console.error(`npm run mutants: ${error instanceof Error ? error.message : error} Targets: ${names}.`);
    process.exit(2);
  }
}

async function runTarget({ name, file, killers }: Target): Promise<void> {
  const mutants = mutantsOf(readFileSync(file, "utf8"), file);
  const tests = digest(killers.flatMap(({ files }) => (files.length === 0 ? FUZZ : files)));
  console.log(`\n=== ${name}: ${mutants.length} mutants of ${file}`);
  for (const [index, mutant] of mutants.entries()) {
    const key = createHash("sha256").update(`${tests}${file}${mutant.text}`).digest("hex");
    const known = results.get(key);
    const verdict = known ?? (await tryAll(file, mutant.text, killers));
    if (known === undefined) keep({ key, verdict });
    verdicts.push({ mutant, verdict });
    if (verdict === "survived") console.log(`survived: line ${mutant.line}: ${mutant.id}`);
    if (known === undefined && (index + 1) % 10 === 0)
      console.log(`  ${index + 1} of ${mutants.length} tried`);
  }
}

/** Until one of the killers notices. */
async function tryAll(file: string, text: string, killers: readonly Killer[]): Promise<Verdict> {
  for (const killer of killers) {
    const scratch = scratches.get(killer.task) ?? new Scratch(killer.task);
    scratches.set(killer.task, scratch);
    const verdict = await scratch.try(file, text, killer);
    if (verdict !== "survived") return verdict;
  }
  return "survived";
}

function conclude(): void {
  const count = (verdict: Verdict) => verdicts.filter((entry) => entry.verdict === verdict).length;
  const survivors = verdicts.filter(({ verdict }) => verdict === "survived");
  const open = survivors.filter(({ mutant }) => !argued.has(mutant.id));
  const tried = verdicts.length - count("stillborn");
  const noticed = count("killed") + count("timeout");
  const percent = tried === 0 ? 0 : (100 * noticed) / tried;
  console.log(
    `\n${noticed} of ${tried} mutants were noticed (${percent.toFixed(1)}%), ${count("timeout")} of them by taking too long; ` +
      `${survivors.length} were not, ${survivors.length - open.length} of these are argued; ` +
      `${count("stillborn")} did not compile.`,
  );
  for (const { mutant } of open) console.log(`not argued: ${mutant.id}`);
  if (percent < LEAST || open.length > 0) process.exitCode = 1;
}

/** Of the tests themselves: a verdict is that of the tests that gave it. */
function digest(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}
