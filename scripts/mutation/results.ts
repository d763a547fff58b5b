import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ROOT } from "../generate/artifacts.ts";
import type { Verdict } from "./scratch.ts";

/** Why a mutant that no test notices is none that a test should notice. */
const arguedSchema = z.array(z.strictObject({ mutant: z.string(), why: z.string().min(20) }));
const ARGUED = new URL("./survivors.json", import.meta.url);
const RESULTS = join(ROOT, ".azora/mutants.jsonl");

interface Result {
  readonly key: string;
  readonly verdict: Verdict;
}

/** Verdicts so far, by what was mutated and by what was tested: an interrupted run goes on where it was. */
export function readResults(): Map<string, Verdict> {
  if (!existsSync(RESULTS)) return new Map();
  const lines = readFileSync(RESULTS, "utf8").split("\n").filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line)).map(({ key, verdict }: Result) => [key, verdict]));
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
