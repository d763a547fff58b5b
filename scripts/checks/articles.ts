// docs/constitution.md names what enforces each hard article and what proves it:
//
//   ## 1. Title
//   - Enforced by: `Contract.function`, ...        a function of contracts/**/Contract.sol
//   - Proven by: `invariant_...`, `title`, ...     a Solidity test's name or a Mocha test's title

import { readArticles } from "../generate/articles.ts";
import { isSolidity, isTest, type Source } from "./sources.ts";

export function checkArticles(document: string, sources: readonly Source[]): string[] {
  const articles = readArticles(document);
  if (articles.length === 0) return ["docs/constitution.md has no article as ## 1. Title"];
  return articles.flatMap(({ title, enforcedBy, provenBy }) => {
    const say = (problem: string) => `Article "${title}" ${problem}`;
    const missing = [
      ...(enforcedBy.length === 0 ? [say("names no function that enforces it")] : []),
      ...(provenBy.length === 0 ? [say("names no test that proves it")] : []),
    ];
    const functions = enforcedBy
      .filter((name) => !hasFunction(sources, name))
      .map((name) => say(`names the function ${name}, which is not in the contracts`));
    const tests = provenBy
      .filter((name) => !hasTest(sources, name))
      .map((name) => say(`names the test "${name}", which does not exist`));
    return [...missing, ...functions, ...tests];
  });
}

/** `Contract.function`, in the file of that contract or library. */
function hasFunction(sources: readonly Source[], name: string): boolean {
  const [contract = "", called = ""] = name.split(".");
  return sources.some(
    ({ path, text }) =>
      path.startsWith("contracts/") &&
      path.endsWith(`/${contract}.sol`) &&
      new RegExp(`\\bfunction ${called}\\(`).test(text),
  );
}

function hasTest(sources: readonly Source[], name: string): boolean {
  return sources
    .filter(isTest)
    .some((source) =>
      isSolidity(source)
        ? new RegExp(`\\bfunction ${literal(name)}\\(`).test(source.text)
        : source.text.includes(`it("${name}"`),
    );
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
