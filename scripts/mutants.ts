// npm run mutants [-- --only <target>]... [--jobs <number>]
//
// Changes the contracts in every small way there is, and looks whether a test notices. Goes on where it was stopped; with
// --jobs 0 it only says what is known. Ends with 1 if not all were tried, fewer are noticed than must be, or one that is
// not noticed has no argument in scripts/mutation/survivors.json.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./generate/artifacts.ts";
import { type Mutant, mutantsOf } from "./mutation/operators.ts";
import { Bench } from "./mutation/pool.ts";
import type { Verdict } from "./mutation/protocol.ts";
import { digestOf, FUZZ, keep, type Result, readArgued, readResults } from "./mutation/results.ts";
import { TARGETS, type Target } from "./mutation/targets.ts";

/** In percent, of all mutants that make another contract. */
const LEAST = 95;
const OFTEN = 25;

interface Attempt {
  readonly target: Target;
  /** None to see that the tests pass without any change. */
  readonly mutant: Mutant | undefined;
}

const started = performance.now();
const { targets, jobs } = readArguments();
const results = readResults();
const argued = readArgued();
const mutants = targets.flatMap((target) => mutantsIn(target));
const known = new Map(
  mutants.flatMap(({ target, mutant }) => {
    const result = results.get(keyOf(target, mutant));
    return result !== undefined && isStill(target, result) ? [[mutant, result] as const] : [];
  }),
);
await tryAll(withControls(mutants.filter(({ mutant }) => !known.has(mutant))));
conclude();

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { only: { type: "string", multiple: true }, jobs: { type: "string" } },
    });
    const only = values.only ?? [];
    const unknown = only.find((name) => TARGETS.every((target) => target.name !== name));
    if (unknown !== undefined) throw new Error(`There is no target "${unknown}".`);
    const count = values.jobs === undefined ? availableParallelism() : Number(values.jobs);
    if (!Number.isInteger(count) || count < 0) throw new Error("--jobs wants a whole number.");
    return {
      targets: TARGETS.filter(({ name }) => only.length === 0 || only.includes(name)),
      jobs: count,
    };
  } catch (error) {
    const names = TARGETS.map(({ name }) => name).join(", ");
    console.error(`npm run mutants: ${error instanceof Error ? error.message : error} Targets: ${names}.`);
    process.exit(2);
  }
}

function mutantsIn(target: Target) {
  return mutantsOf(readFileSync(join(ROOT, target.file), "utf8"), target.file)
    .filter(({ isCondition }) => target.operators === "all" || isCondition)
    .map((mutant) => ({ target, mutant }));
}

function keyOf({ file }: Target, { text }: Mutant): string {
  return createHash("sha256").update(file).update(text).digest("hex");
}

/** A test that noticed still does while it is the same; that none does holds while all are. The compiler asks no test. */
function isStill({ units }: Target, { verdict, tests }: Result): boolean {
  if (verdict.is === "same" || verdict.is === "stillborn") return true;
  const files = verdict.by === undefined ? [...FUZZ, ...units] : [verdict.by.file];
  return digestOf(files) === tests;
}

/** Before the first mutant that a file of unit tests is asked about, that it passes without any change. */
function withControls(all: readonly Attempt[]): Attempt[] {
  const seen = new Set<string>();
  return all.flatMap((attempt) => {
    const { target } = attempt;
    const units = target.units.filter((unit) => !seen.has(unit));
    if (units.length === 0) return [attempt];
    for (const unit of units) seen.add(unit);
    return [{ target: { ...target, units }, mutant: undefined }, attempt];
  });
}

async function tryAll(waiting: Attempt[]): Promise<void> {
  const total = waiting.length;
  if (total === 0 || jobs === 0) return;
  console.log(`${mutants.length} mutants, ${known.size} of them tried before.`);
  const benches = Array.from({ length: Math.min(jobs, total) }, () => new Bench());
  const close = () => {
    for (const bench of benches) bench.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      close();
      process.exit(1);
    });
  try {
    await Promise.all(
      benches.map(async (bench) => {
        for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
          await tryOne(bench, job);
          const done = total - waiting.length;
          if (done % OFTEN === 0)
            console.log(`  ${done} of ${total}, ${minutes(performance.now() - started)} min`);
        }
      }),
    );
  } finally {
    close();
  }
}

async function tryOne(bench: Bench, { target, mutant }: Attempt): Promise<void> {
  const { file, within, units, name } = target;
  const { verdict, cpuMs } = await bench.try({
    file,
    text: mutant?.text ?? readFileSync(join(ROOT, file), "utf8"),
    within,
    units,
    hint: mutant && results.get(keyOf(target, mutant))?.verdict.by,
    isControl: mutant === undefined,
  });
  if (mutant === undefined) {
    if (verdict.is === "survived") return;
    throw new Error(`${name}: "${verdict.by?.title ?? verdict.is}" fails without any change.`);
  }
  const tests = digestOf(verdict.by === undefined ? [...FUZZ, ...units] : [verdict.by.file]);
  const result = { key: keyOf(target, mutant), verdict, tests, cpuMs };
  keep(result);
  known.set(mutant, result);
  if (verdict.is === "survived") console.log(`survived: line ${mutant.line}: ${mutant.id}`);
}

function conclude(): void {
  const of = (name: string) => mutants.filter(({ target }) => target.name === name);
  const cpuOf = (all: typeof mutants) =>
    all.reduce((sum, { mutant }) => sum + (known.get(mutant)?.cpuMs ?? 0), 0);
  const verdicts = (all: typeof mutants) => all.flatMap(({ mutant }) => known.get(mutant)?.verdict ?? []);
  const count = (all: typeof mutants, ...is: Verdict["is"][]) =>
    verdicts(all).filter((verdict) => is.includes(verdict.is)).length;
  console.log("\ntarget         mutants noticed  not same stillborn CPU min");
  for (const { name } of targets) {
    const all = of(name);
    const columns = [all.length, count(all, "killed", "timeout"), count(all, "survived")]
      .concat(count(all, "same"), count(all, "stillborn"))
      .map((number, index) => String(number).padStart([7, 8, 5, 5, 10][index] ?? 0));
    console.log(`${name.padEnd(15)}${columns.join("")}${minutes(cpuOf(all)).padStart(8)}`);
  }
  const noticed = count(mutants, "killed", "timeout");
  const survivors = mutants.filter(({ mutant }) => known.get(mutant)?.verdict.is === "survived");
  const open = survivors.filter(({ mutant }) => !argued.has(mutant.id));
  const tried = noticed + survivors.length;
  const percent = tried === 0 ? 0 : (100 * noticed) / tried;
  const untried = mutants.length - known.size;
  console.log(
    `\n${noticed} of ${tried} mutants were noticed (${percent.toFixed(1)}%), ${count(mutants, "timeout")} of them by taking too long; ` +
      `${survivors.length} were not, ${survivors.length - open.length} of these are argued. Besides, the compiler makes the same ` +
      `code of ${count(mutants, "same")}, and ${count(mutants, "stillborn")} do not compile or are too large.\n` +
      `They take ${minutes(cpuOf(mutants))} minutes of one processor; this run took ${minutes(performance.now() - started)} minutes.` +
      (untried === 0 ? "" : ` ${untried} were not tried yet.`),
  );
  for (const { mutant } of open) console.log(`not argued: ${mutant.id}`);
  const ids = new Set(mutants.map(({ mutant }) => mutant.id));
  const stale = [...argued.keys()].filter(
    (id) => !ids.has(id) && targets.some(({ file }) => id.startsWith(`${file}: `)),
  );
  for (const id of stale) console.log(`argued, but no mutant: ${id}`);
  if (untried + open.length + stale.length > 0 || percent < LEAST) process.exitCode = 1;
}

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(1);
}
