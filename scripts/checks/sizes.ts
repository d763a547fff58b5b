import type { Source } from "./sources.ts";

const LIMIT = 400;

/** Files that may be longer, each with its reason. */
const LONGER: Record<string, string> = {};

export function checkSizes(sources: readonly Source[], longer: Record<string, string> = LONGER): string[] {
  const lengths = new Map(sources.map(({ path, text }) => [path, text.split("\n").length - 1]));
  const tooLong = [...lengths]
    .filter(([path, lines]) => lines > LIMIT && longer[path] === undefined)
    .map(
      ([path, lines]) =>
        `${path} has ${lines} lines, over ${LIMIT}: split it, or list it with a reason in scripts/checks/sizes.ts`,
    );
  const needless = Object.keys(longer)
    .filter((path) => (lengths.get(path) ?? 0) <= LIMIT)
    .map((path) => `${path} is listed in scripts/checks/sizes.ts, but needs no exception`);
  return [...tooLong, ...needless];
}
