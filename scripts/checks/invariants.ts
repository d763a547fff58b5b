// docs/invariants.md and the tests name the same numbers. The table whose second column is headed `status` reads
//
//   | AZ-01 | held | statement ... |        at least one test has the number in its name
//   | AZ-10 | not yet built | statement ... |    no test has

import ts from "typescript";
import { isSolidity, isTest, isTypeScript, nodesOf, parse, placeOf, type Source } from "./sources.ts";

type Status = "held" | "not yet built";

interface Mention {
  number: string;
  place: string;
}

export function checkInvariants(document: string | undefined, sources: readonly Source[]): string[] {
  if (document === undefined) return ["docs/invariants.md is missing"];
  const { statuses, problems } = readDocument(document);
  const mentions = sources
    .filter(isTest)
    .flatMap((source) => (isSolidity(source) ? inSolidity(source) : inTypeScript(source)));
  const tested = new Set(mentions.map(({ number }) => number));
  const untested = [...statuses]
    .filter(([number, status]) => status === "held" && !tested.has(number))
    .map(
      ([number]) =>
        `${number} is held according to docs/invariants.md, but no test has the number in its name`,
    );
  const unknown = mentions
    .filter(({ number }) => statuses.get(number) !== "held")
    .map(
      ({ number, place }) =>
        `${place} tests ${number}, which docs/invariants.md ${statuses.has(number) ? "says is not yet built" : "does not list"}`,
    );
  return [...problems, ...untested, ...unknown];
}

function readDocument(document: string): { statuses: Map<string, Status>; problems: string[] } {
  const statuses = new Map<string, Status>();
  const problems: string[] = [];
  for (const [number, cell] of rowsOf(document)) {
    const status = cell.replaceAll("*", "").trim();
    if (statuses.has(number)) problems.push(`docs/invariants.md lists ${number} twice`);
    if (status === "held" || status === "not yet built") statuses.set(number, status);
    else
      problems.push(
        `docs/invariants.md says of ${number} neither "held" nor "not yet built", but "${status}"`,
      );
  }
  if (statuses.size === 0) problems.push("docs/invariants.md lists no invariant as | AZ-NN | held | ... |");
  return { statuses, problems };
}

/** Number and status of each row of the table whose second column is the status; other tables may name tests. */
function rowsOf(document: string): [string, string][] {
  const tables = document
    .split(/\n(?!\|)/)
    .filter((block) => /^\s*\|[^|]*\|\s*(status|state)\s*\|/.test(block));
  return tables.flatMap((table) =>
    [...table.matchAll(/^\|\s*\**(AZ-\d+)\**\s*\|([^|]*)\|/gm)].map(
      ([, number = "", cell = ""]): [string, string] => [number, cell],
    ),
  );
}

/** Titles of `describe` and `it`. */
function inTypeScript(source: Source): Mention[] {
  if (!isTypeScript(source) || !/AZ[-_]?\d/.test(source.text)) return [];
  return [...nodesOf(parse(source))].flatMap((node) => {
    if (!ts.isCallExpression(node) || !/^(describe|context|it)$/.test(node.expression.getText())) return [];
    const title = node.arguments[0];
    return title ? numbersIn(title.getText()).map((number) => ({ number, place: placeOf(node) })) : [];
  });
}

/** Names of test functions: test_AZ02_..., invariant_AZ_03. */
function inSolidity({ path, text }: Source): Mention[] {
  return [...text.matchAll(/\bfunction\s+((?:test|invariant|statefulFuzz)\w*)/g)].flatMap(([, name = ""]) =>
    numbersIn(name).map((number) => ({ number, place: `${path} ${name}` })),
  );
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(/AZ[-_]?(\d\d)(?!\d)/g)].map(([, digits]) => `AZ-${digits}`);
}
