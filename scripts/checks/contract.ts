import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Files that are committed although they follow from code, because others build on them: their content by path. */
export type Contract = Readonly<Record<string, string>>;

/** What is committed is what the code says; `npm run format` writes it. */
export function checkContract(expected: Contract, read = readIfThere): string[] {
  return Object.entries(expected)
    .filter(([path, content]) => read(path) !== content)
    .map(([path]) => `${path} is not what the code says: run \`npm run format\``);
}

/** Writes what differs. */
export function writeContract(expected: Contract): void {
  for (const [path, content] of Object.entries(expected))
    if (readIfThere(path) !== content) writeFileSync(path, content);
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
