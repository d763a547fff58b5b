import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Manifest, manifestSchema } from "../../../manifest/index.ts";
import { UsageError } from "../../exit.ts";

/** The manifest, if the only path is a JSON file that says it is one; undefined for anything else. */
export async function readManifest(cwd: string, paths: readonly string[]): Promise<Manifest | undefined> {
  const [first = ""] = paths;
  if (paths.length !== 1 || !first.endsWith(".json")) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path.resolve(cwd, first), "utf8"));
  } catch {
    return undefined;
  }
  if (!looksLikeManifest(json)) return undefined;
  const { success, data, error } = manifestSchema.safeParse(json);
  if (success) return data;
  const issue = error.issues[0];
  throw new UsageError(
    `${first} is not a valid manifest: ${issue?.path.join(".") || "it"}: ${issue?.message}.`,
  );
}

/** A JSON file may be evidence itself, such as a data set. */
function looksLikeManifest(json: unknown): boolean {
  return typeof json === "object" && json !== null && "kind" in json && "contributors" in json;
}
