import { cleanText, type FilesManifest } from "@azora/sdk/manifest";
import { bytesToHex, sha256 } from "viem";

export type FileEvidence = FilesManifest["files"][number];

/** A file, and what the manifest will call it. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** Characters of a path that a manifest takes. */
const MAX_PATH = 1_000;

/** A browser hashes a file in one piece, so it must fit into its memory. */
export const MAX_FILE_BYTES = 1_000_000_000;

/** Its size and SHA-256. Nothing of its content goes anywhere. */
export async function hashFile({ path, file }: NamedFile): Promise<FileEvidence> {
  const content = new Uint8Array(await file.arrayBuffer());
  return { path: cleanText(path, MAX_PATH), bytes: content.length, sha256: await digest(content) };
}

/** A page that is not served by TLS or from this machine has no `crypto.subtle`. */
async function digest(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = crypto;
  if (subtle === undefined) return sha256(content).slice(2);
  return bytesToHex(new Uint8Array(await subtle.digest("SHA-256", content))).slice(2);
}

/** The files of both, by path. A second one of the same path takes the place of the first. */
export function mergeFiles(before: readonly FileEvidence[], added: readonly FileEvidence[]): FileEvidence[] {
  const byPath = new Map([...before, ...added].map((file) => [file.path, file]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
