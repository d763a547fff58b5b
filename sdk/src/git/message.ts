import { cleanText } from "../manifest/index.ts";

type Message = {
  /** The first paragraph on one line, at most 200 characters. */
  subject: string;
  /** What people would call the change: the title of a merged pull request where GitHub put it in the body. */
  headline: string;
  /** `Name <e-mail>` of each `Co-authored-by:` line, cleaned, before the mailmap. */
  coAuthors: string[];
  /** Full name of the commit that this one says it reverts. */
  reverts?: string;
};

const PULL_REQUEST = /^Merge pull request (#\d+) from /;
const REVERTS = /^This reverts commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)\b/;
const CO_AUTHOR = /^co-authored-by:/i;

/** What the importer needs of a commit message. Any line may be a trailer: squash merges put them anywhere. */
export function parseMessage(body: string): Message {
  const lines = body.split("\n").map((line) => line.trimEnd());
  const start = lines.findIndex((line) => line !== "");
  const blank = lines.indexOf("", Math.max(start, 0));
  const subject = cleanText(lines.slice(Math.max(start, 0), blank < 0 ? undefined : blank).join(" "));

  const request = PULL_REQUEST.exec(subject)?.[1];
  const named = request && blank >= 0 ? cleanText(lines.slice(blank).find((line) => line !== "") ?? "") : "";
  const headline = named ? `${named} (${request})` : subject;

  const coAuthors: string[] = [];
  let reverts: string | undefined;
  for (const line of lines) {
    if (CO_AUTHOR.test(line)) {
      const person = parsePerson(line.slice("co-authored-by:".length));
      if (person) coAuthors.push(person);
    }
    reverts ??= REVERTS.exec(line)?.[1];
  }
  return { subject, headline, coAuthors, ...(reverts && { reverts }) };
}

/** `Name <e-mail>`, or undefined without an e-mail address: such a line names nobody who could be credited. */
function parsePerson(text: string): string | undefined {
  const open = text.indexOf("<");
  const close = text.lastIndexOf(">");
  const email = cleanText(text.slice(open + 1, close), 500).replace(/[<>]/g, "");
  if (open < 0 || close < open || !/^\S+@\S+$/.test(email)) return undefined;
  return `${cleanText(text.slice(0, open), 200).replace(/[<>]/g, "")} <${email}>`.trim();
}
