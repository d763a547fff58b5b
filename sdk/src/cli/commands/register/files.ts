import { createHash } from "node:crypto";
import { createReadStream, type Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type FilesManifest, MAX_FILES } from "../../../manifest/index.ts";
import type { App } from "../../app.ts";
import { UsageError } from "../../exit.ts";
import type { Output } from "../../output.ts";

type FileEvidence = FilesManifest["files"][number];

/** Every file of these paths with its size and SHA-256, by path. What is left out is said. */
export async function hashFiles(app: App, paths: readonly string[], output: Output): Promise<FileEvidence[]> {
  const found = new Map<string, string>();
  for (const each of paths) await collect(path.resolve(app.cwd, each), nameOf(each), found, output);
  if (found.size === 0) throw new UsageError("There is no file in what --evidence names.");
  if (found.size > MAX_FILES) {
    throw new UsageError(
      `--evidence holds ${found.size} files; a manifest lists ${MAX_FILES.toLocaleString("en-US")} at most.`,
    );
  }
  const files: FileEvidence[] = [];
  for (const [name, file] of found) {
    app.signal.throwIfAborted();
    output.update(`Hashed ${files.length} of ${found.size} files.`);
    files.push({ path: name, ...(await hashFile(file)) });
  }
  return files;
}

/** Relative to what was named, so that nothing of this machine is published. */
function nameOf(given: string): string {
  const name = path
    .normalize(given)
    .split(path.sep)
    .filter((part) => part !== ".." && part !== "." && part !== "");
  return path.isAbsolute(given) ? path.basename(given) : name.join("/");
}

async function collect(
  file: string,
  name: string,
  found: Map<string, string>,
  output: Output,
): Promise<void> {
  const entry = await stat(file).catch((cause) => {
    throw new UsageError(`--evidence: there is no file or folder ${file}.`, { cause });
  });
  if (entry.isFile()) {
    if (found.has(name))
      throw new UsageError(`--evidence names two files that would both be called ${name}.`);
    found.set(name, file);
    return;
  }
  for (const child of await readdir(file, { withFileTypes: true })) {
    const at = path.join(file, child.name);
    const reason = reasonToSkip(child);
    if (reason !== undefined) {
      output.warn(`Left out ${at}: it is ${reason}.`);
      continue;
    }
    await collect(at, name === "" ? child.name : `${name}/${child.name}`, found, output);
  }
}

/** A link could lead out of the folder, and a device never ends. */
function reasonToSkip(entry: Dirent): string | undefined {
  if (entry.name === ".git") return "git's own";
  if (entry.isSymbolicLink()) return "a symbolic link";
  return entry.isDirectory() || entry.isFile() ? undefined : "neither file nor folder";
}

async function hashFile(file: string): Promise<Pick<FileEvidence, "bytes" | "sha256">> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (cause) {
    throw new UsageError(`--evidence: ${file} cannot be read.`, { cause });
  }
  return { bytes, sha256: hash.digest("hex") };
}
