import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Hex } from "viem";
import { canonicalManifest, evidenceHash, type Manifest, manifestSchema } from "../manifest/index.ts";

/** A file that is not what its name says, or no manifest at all. */
export class EvidenceError extends Error {
  override name = "EvidenceError";
}

const fileOf = (folder: string, hash: Hex): string => path.join(folder, `${hash.slice(2)}.json`);

/** Keeps a manifest under its hash, in canonical form. The same manifest twice is one file; a crash leaves none by halves. */
export async function saveEvidence(folder: string, manifest: Manifest): Promise<Hex> {
  const hash = evidenceHash(manifest);
  const file = fileOf(folder, hash);
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.part`, canonicalManifest(manifest));
  await rename(`${file}.part`, file);
  return hash;
}

/**
 * The manifest with this hash, or undefined if the folder does not have it.
 * @throws EvidenceError if the file does not hash to its name or is no manifest
 */
export async function loadEvidence(folder: string, hash: Hex): Promise<Manifest | undefined> {
  let text: string;
  try {
    text = await readFile(fileOf(folder, hash), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new EvidenceError(`The evidence ${hash} is not JSON.`, { cause });
  }
  const { success, data, error } = manifestSchema.safeParse(json);
  if (!success) throw new EvidenceError(`The evidence ${hash} is no manifest: ${error.issues[0]?.message}.`);
  const actual = evidenceHash(data);
  if (actual !== hash)
    throw new EvidenceError(`The evidence ${hash} has been changed: it hashes to ${actual}.`);
  return data;
}
