import { createHash } from "node:crypto";
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ROOT } from "../generate/artifacts.ts";
import type { Verdict } from "./protocol.ts";

/** Why a mutant that no test notices is none that a test should notice. */
const arguedSchema = z.array(z.strictObject({ mutant: z.string(), why: z.string().min(20) }));
const ARGUED = new URL("./survivors.json", import.meta.url);
const RESULTS = join(ROOT, ".azora/mutants.jsonl");

export interface Result {
  /** Of what was tried: the changed file. */
  readonly key: string;
  readonly verdict: Verdict;
  /** Of the tests that gave the verdict: the file whose test failed, or all files if none did. */
  readonly tests: string;
  /** What it took of a processor. */
  readonly cpuMs: number;
}

/** The latest result of each mutant so far: an interrupted run goes on where it was. */
export function readResults(): Map<string, Result> {
  if (!existsSync(RESULTS)) return new Map();
  const lines = readFileSync(RESULTS, "utf8").split("\n").filter(Boolean);
  return new Map(lines.map((line): Result => JSON.parse(line)).map((result) => [result.key, result]));
}

export function keep(result: Result): void {
  mkdirSync(dirname(RESULTS), { recursive: true });
  appendFileSync(RESULTS, `${JSON.stringify(result)}\n`);
}

/** @throws if an argument is missing or too short */
export function readArgued(): Map<string, string> {
  const list = arguedSchema.parse(JSON.parse(readFileSync(ARGUED, "utf8")));
  return new Map(list.map(({ mutant, why }) => [mutant, why]));
}

const TESTS = globSync("test/contracts/{unit,fuzz,support}/*.{ts,sol}", { cwd: ROOT }).sort();
/** As they are at the start, when they are copied: who writes tests while this runs gets them tried the next time. */
const CONTENTS = new Map(TESTS.map((file) => [file, readFileSync(join(ROOT, file))]));
export const FUZZ: readonly string[] = TESTS.filter((file) => file.endsWith(".sol"));

/** What tests are, by their paths in the project. */
export function digestOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(CONTENTS.get(file) ?? "");
  return hash.digest("hex").slice(0, 16);
}
