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
  return checked(text, hash);
}

/** Where evidence may be: a folder of this machine, and the API of the network. */
export interface EvidenceSources {
  evidence: string;
  apiUrl?: string | undefined;
}

/** The API that may have evidence cannot be asked now: whether there is any is not known. */
export class EvidenceAwayError extends Error {
  override name = "EvidenceAwayError";
}

/**
 * The manifest with this hash from the folder or else from the API, which is then kept in the folder; undefined if neither
 * has it. Nobody is believed: what does not hash to its name is refused.
 * @throws EvidenceError, EvidenceAwayError
 */
export async function findEvidence(
  { evidence: folder, apiUrl }: EvidenceSources,
  hash: Hex,
): Promise<Manifest | undefined> {
  const kept = await loadEvidence(folder, hash);
  if (kept !== undefined || apiUrl === undefined) return kept;
  const text = await fetchText(`${apiUrl}/v1/evidence/${hash}`, hash);
  if (text === undefined) return undefined;
  const manifest = checked(text, hash);
  await saveEvidence(folder, manifest);
  return manifest;
}

const ANSWER_MS = 5_000;

async function fetchText(url: string, hash: Hex): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    if (response.status === 404) return undefined;
    if (response.ok) return await response.text();
    throw new Error(`it answered ${response.status}`);
  } catch (cause) {
    throw new EvidenceAwayError(`The API cannot be asked for the evidence ${hash} now.`, { cause });
  }
}

/** @throws EvidenceError if a text is no manifest, or not the one of this hash */
function checked(text: string, hash: Hex): Manifest {
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
