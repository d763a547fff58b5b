import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { GitHistory } from "../git/index.ts";

const hash = z.templateLiteral(["0x", z.string().regex(/^[0-9a-f]{64}$/)]);
const schema = z.object({
  repository: z.string(),
  works: z.array(z.object({ key: z.string(), title: z.string(), node: hash, evidenceHash: hash })),
});

/** What an import has registered, group by group. The chain decides whether it really stands there. */
export type Journal = z.infer<typeof schema>;

export class JournalError extends Error {
  override name = "JournalError";
}

/** A repository by its public address or, without one, its name and first commit: the same in every clone. */
function repositoryKey({ repository, groups }: GitHistory): string {
  const first = groups[0]?.commits[0]?.hash ?? "";
  return createHash("sha256")
    .update(`${repository.remote ?? repository.name}\n${first}`)
    .digest("hex")
    .slice(0, 16);
}

/** The file of a history's journal, in the folder `imports`. */
export const journalFile = (folder: string, history: GitHistory): string =>
  path.join(folder, `${repositoryKey(history)}.json`);

/** @throws JournalError if the file is there and is no journal: nothing is guessed, nothing is registered twice */
export function readJournal(file: string, history: GitHistory): Journal {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return { repository: history.repository.name, works: [] };
    }
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new JournalError(
      `The import journal ${file} cannot be read. Move it away to import from the beginning.`,
      { cause },
    );
  }
}

/** In one step: a crash leaves the old journal or the new one. */
export function writeJournal(file: string, journal: Journal): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify(journal, null, 1)}\n`);
  renameSync(`${file}.part`, file);
}
