import { cleanText, decodeText } from "../manifest/index.ts";
import { streamGit } from "./process.ts";
import { eachToken } from "./tokens.ts";

const VERSION = /\d+\.\d+/;
const PREFIX = "refs/tags/";

/**
 * The tag of each tagged commit. Of several on one commit the one that looks like a version is taken, then the
 * first in code unit order. Tags of trees and files are nobody's release.
 */
export async function readTags(gitDir: string): Promise<Map<string, string>> {
  const format = "--format=%(objectname)%00%(*objectname)%00%(refname)%00";
  const tags = new Map<string, string>();
  const fields: string[] = [];
  await eachToken(
    streamGit({ folder: gitDir, mode: "read", args: ["for-each-ref", format, PREFIX] }),
    (token) => {
      fields.push(decodeText(token).replace(/^\n/, ""));
      if (fields.length < 3) return;
      const [object = "", peeled = "", ref = ""] = fields.splice(0, 3);
      const commit = peeled || object;
      const tag = cleanText(ref.slice(PREFIX.length));
      const known = tags.get(commit);
      if (known === undefined || precedes(tag, known)) tags.set(commit, tag);
    },
  );
  return tags;
}

function precedes(tag: string, other: string): boolean {
  const version = VERSION.test(tag);
  return version === VERSION.test(other) ? tag < other : version;
}
