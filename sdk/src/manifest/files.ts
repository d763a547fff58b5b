import type { Share } from "../attribution.ts";
import type { FilesManifest } from "./schema.ts";
import { cleanText } from "./text.ts";

/** What a manifest of files is made from. */
export interface FilesWork extends Pick<FilesManifest, "chainId" | "registrant" | "contributors" | "files"> {
  title: string;
  summary: string;
  /** Accepted works, by their nodes. */
  upstream: readonly Share[];
}

/** A manifest of files, in the order of their paths, with titles and summaries that any screen can show. */
export function filesManifest({ title, summary, upstream, files, ...who }: FilesWork): FilesManifest {
  return {
    version: 1,
    kind: "files",
    ...who,
    title: cleanText(title),
    summary: cleanText(summary, 1_000),
    upstream: upstream.map(({ node, weight }) => ({ key: node, weight })),
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
