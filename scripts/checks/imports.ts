// Imports point one way: contracts -> sdk -> indexer(schema) -> api, and sdk -> web.

import path from "node:path";
import ts from "typescript";
import { isSolidity, isTypeScript, type Source } from "./sources.ts";

/** What each part may import of the others. Parts that are not named here (scripts, tests, deployment) may use all. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  contracts: [],
  sdk: [],
  indexer: ["sdk"],
  api: ["sdk", "indexer"],
  web: ["sdk"],
};

/**
 * Of the indexer, others may see the schema only, and the auditor its handlers, to run them on logs of its own. The benchmark
 * runs the same contracts and settings in other programs.
 */
const INDEXER_SCHEMA = "@azora/indexer/schema";
const INDEXER_REPLAY = "@azora/indexer/replay";
const AUDITOR = "api/src/workers/auditor/";
const BENCHMARK = "test/bench/";

/** Tests start real programs, such as a database, with the scripts that do so for everybody. */
const TEST_FILE = /\.test\.ts$|\/testing\//;

const isTestOfScripts = (from: string, there: string) => there === "scripts" && TEST_FILE.test(from);

/** What `sdk` runs without: whoever depends on it has their own. */
const SERVERS_AND_VIEWS =
  /^(@ponder|@hono|@react-\w+|ponder|hono|react|react-dom|next|wagmi|drizzle-orm)(\/|$)/;

/** The parts that are packages: others name them, and import what their package.json exports. */
const PACKAGES = ["sdk", "indexer", "api", "web"];

/** The subpaths that each package's `exports` declare: { sdk: [".", "./node"] }. */
export type Exports = Record<string, readonly string[]>;

export function checkImports(sources: readonly Source[], exported: Exports): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((specifier) => {
      const problem = problemOf(source.path, specifier, exported);
      return problem === undefined ? [] : [`${source.path} imports ${specifier}: ${problem}`];
    }),
  );
}

function importsOf(source: Source): string[] {
  if (isTypeScript(source))
    return ts.preProcessFile(source.text, true, true).importedFiles.map((file) => file.fileName);
  if (!isSolidity(source)) return [];
  return [...source.text.matchAll(/^\s*import\s[^;]*?"([^"]+)"/gm)].map((match) => match[1] ?? "");
}

function problemOf(from: string, specifier: string, exported: Exports): string | undefined {
  const here = partOf(from);
  const relative = specifier.startsWith(".");
  const there = relative
    ? partOf(path.posix.join(path.posix.dirname(from), specifier))
    : packageOf(specifier);
  if (there === undefined) {
    const forbidden = here === "sdk" && SERVERS_AND_VIEWS.test(specifier);
    return forbidden ? "sdk contains no server, index or view code" : undefined;
  }
  if (here === there || isTestOfScripts(from, there)) return undefined;
  const allowed = MAY_IMPORT[here];
  if (allowed && !allowed.includes(there))
    return `${here} may import ${allowed.join(" and ") || "no other part"}`;
  if (!PACKAGES.includes(there)) return undefined;
  if (relative) return `another package is imported by its name, @azora/${there}, not by its files`;
  const subpath = specifier.replace(/^@azora\/\w+/, ".");
  if (!exported[there]?.includes(subpath)) return `@azora/${there} does not export "${subpath}"`;
  if (there === "indexer" && !mayImportOfIndexer(from, specifier))
    return `of the indexer, others import ${INDEXER_SCHEMA} only`;
  return undefined;
}

function mayImportOfIndexer(from: string, specifier: string): boolean {
  if (from.startsWith(BENCHMARK)) return true;
  return specifier === INDEXER_SCHEMA || (specifier === INDEXER_REPLAY && from.startsWith(AUDITOR));
}

function partOf(file: string): string {
  return file.split("/")[0] ?? "";
}

function packageOf(specifier: string): string | undefined {
  return /^@azora\/(\w+)/.exec(specifier)?.[1];
}
