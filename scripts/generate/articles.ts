import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./artifacts.ts";

export interface Article {
  /** `3. Only judged work mints` */
  title: string;
  /** Its paragraphs, without the marks of Markdown. */
  text: string;
  /** `Contract.function` */
  enforcedBy: string[];
  /** Names of Solidity tests, and titles of those in Mocha. */
  provenBy: string[];
}

/** docs/constitution.md for programs: its articles, and the hash by which the chain knows them. */
export function generateArticles(): string {
  const document = readFileSync(join(ROOT, "docs", "constitution.md"));
  const hash = createHash("sha256").update(document).digest("hex");
  const articles = readArticles(document.toString());
  return (
    `/** SHA-256 of docs/constitution.md, of which these are the articles. */\n` +
    `export const articlesHash = "0x${hash}";\n\n` +
    `export const articles = ${JSON.stringify(articles, null, 2)} as const;\n`
  );
}

export function readArticles(document: string): Article[] {
  return document
    .split(/^## /m)
    .filter((section) => /^\d+\. /.test(section))
    .map((section) => ({
      title: section.slice(0, section.indexOf("\n")),
      text: section
        .slice(section.indexOf("\n"))
        .replace(/^- .*$/gm, "")
        .replaceAll(/[`*]/g, "")
        .trim(),
      enforcedBy: namesAfter(section, "Enforced by"),
      provenBy: namesAfter(section, "Proven by"),
    }));
}

function namesAfter(section: string, label: string): string[] {
  const line = new RegExp(`^- ${label}: (.*)$`, "m").exec(section)?.[1] ?? "";
  return [...line.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}
