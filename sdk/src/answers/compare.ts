import { Fact } from "./facts.ts";
import { Lie } from "./Lie.ts";

/** How much was compared. */
export interface Tally {
  rows: number;
  fields: number;
}

const LOGS = "the logs, which have no other";

/**
 * Holds what was said to what is expected, to the last field.
 * @throws Lie at the first that differs, is missing or was added
 */
export function compare(route: string, said: unknown, expected: unknown, tally: Tally, path = ""): void {
  const lie = (field: string, is: unknown, chain: unknown, proof: string) =>
    new Lie({ route, ...placeOf(field), said: is, chain, proof });
  if (expected instanceof Fact) {
    tally.fields += 1;
    if (said !== expected.value) throw lie(path, said, expected.value, expected.proof);
    return;
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(said)) throw lie(path, said, valueOf(expected), LOGS);
    for (const [i, each] of expected.entries()) {
      if (i >= said.length) throw lie(`${path}[${i}]`, undefined, valueOf(each), proofOf(each));
      tally.rows += 1;
      compare(route, said[i], each, tally, `${path}[${i}]`);
    }
    if (said.length > expected.length)
      throw lie(`${path}[${expected.length}]`, said[expected.length], undefined, LOGS);
    return;
  }
  if (typeof expected !== "object" || expected === null) throw new TypeError(`${path} has no fact.`);
  if (typeof said !== "object" || said === null || Array.isArray(said))
    throw lie(path, said, valueOf(expected), proofOf(expected));
  const fields = new Map<string, unknown>(Object.entries(said));
  for (const [field, each] of Object.entries(expected))
    compare(route, fields.get(field), each, tally, path === "" ? field : `${path}.${field}`);
  for (const [field, value] of fields)
    if (!(field in expected)) throw lie(`${path}.${field}`, value, undefined, "the description of the API");
}

/** The last row of a path, and what comes after it. */
function placeOf(path: string): { row: string; field: string } {
  const [, row = "", field = ""] = /^(.*\])?\.?([^\]]*)$/.exec(path) ?? [];
  return { row, field };
}

/** What is expected, without what proves it. */
export function valueOf(expected: unknown): unknown {
  if (expected instanceof Fact) return expected.value;
  if (Array.isArray(expected)) return expected.map(valueOf);
  if (typeof expected !== "object" || expected === null) return expected;
  return Object.fromEntries(Object.entries(expected).map(([field, each]) => [field, valueOf(each)]));
}

/** What proves the first fact of some. */
function proofOf(expected: unknown): string {
  if (expected instanceof Fact) return expected.proof;
  if (typeof expected !== "object" || expected === null) return LOGS;
  const [first] = Object.values(expected);
  return first === undefined ? LOGS : proofOf(first);
}
