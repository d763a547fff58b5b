import { globSync, readFileSync } from "node:fs";
import ts from "typescript";

/** A hand-written source file. The checks are functions of these, so that their tests can make some up. */
export interface Source {
  /** From the root of the project, with forward slashes. */
  path: string;
  text: string;
}

const NOT_OURS = /(^|\/)(node_modules|generated|dist|coverage|\.[^/]+)\/|^(artifacts|cache|types)\//;

export function readSources(): Source[] {
  return globSync("**/*.{ts,tsx,mjs,sol,css}", { exclude: (path) => NOT_OURS.test(`${path}/`) })
    .filter((path) => !NOT_OURS.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

export function isTest({ path }: Source): boolean {
  return path.startsWith("test/") || /\.test\.tsx?$/.test(path);
}

export function isTypeScript({ path }: Source): boolean {
  return /\.tsx?$/.test(path);
}

export function isSolidity({ path }: Source): boolean {
  return path.endsWith(".sol");
}

/** The syntax of a source, so that what stands in a string or a comment is not taken for code. */
export function parse({ path, text }: Source): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** "path:line" of a node, which terminals and editors make a link of. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
