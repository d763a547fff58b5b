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
  if (expected instanceof Fact) {
    tally.fields += 1;
    if (said !== expected.value) throw lieOf(route, path, said, expected.value, expected.proof);
  } else if (Array.isArray(expected)) compareRows(route, said, expected, tally, path);
  else compareFields(route, said, expected, tally, path);
}

function compareRows(
  route: string,
  said: unknown,
  expected: readonly unknown[],
  tally: Tally,
  path: string,
): void {
  if (!Array.isArray(said)) throw lieOf(route, path, said, plain(expected), LOGS);
  for (const [i, each] of expected.entries()) {
    const row = `${path}[${i}]`;
    if (i >= said.length) throw lieOf(route, row, undefined, plain(each), proofOf(each));
    tally.rows += 1;
    compare(route, said[i], each, tally, row);
  }
  const { length } = expected;
  if (said.length > length) throw lieOf(route, `${path}[${length}]`, said[length], undefined, LOGS);
}

function compareFields(route: string, said: unknown, expected: unknown, tally: Tally, path: string): void {
  if (typeof expected !== "object" || expected === null) throw new TypeError(`${path} has no fact.`);
  if (typeof said !== "object" || said === null || Array.isArray(said))
    throw lieOf(route, path, said, plain(expected), proofOf(expected));
  const fields = new Map<string, unknown>(Object.entries(said));
  for (const [field, each] of Object.entries(expected))
    compare(route, fields.get(field), each, tally, path === "" ? field : `${path}.${field}`);
  for (const [field, value] of fields)
    if (!(field in expected))
      throw lieOf(route, `${path}.${field}`, value, undefined, "the description of the API");
}

const lieOf = (route: string, path: string, said: unknown, chain: unknown, proof: string) =>
  new Lie({ route, ...placeOf(path), said, chain, proof });

/** The last row of a path, and what comes after it. */
function placeOf(path: string): { row: string; field: string } {
  const [, row = "", field = ""] = /^(.*\])?\.?([^\]]*)$/.exec(path) ?? [];
  return { row, field };
}

/** What is expected, without what proves it. */
export function plain(expected: unknown): unknown {
  if (expected instanceof Fact) return expected.value;
  if (Array.isArray(expected)) return expected.map(plain);
  if (typeof expected !== "object" || expected === null) return expected;
  return Object.fromEntries(Object.entries(expected).map(([field, each]) => [field, plain(each)]));
}

/** What proves the first fact of some. */
function proofOf(expected: unknown): string {
  if (expected instanceof Fact) return expected.proof;
  if (typeof expected !== "object" || expected === null) return LOGS;
  const [first] = Object.values(expected);
  return first === undefined ? LOGS : proofOf(first);
}
