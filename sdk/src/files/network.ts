import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Deployment, parseDeployment } from "../addresses.ts";

/** Where a program finds the protocol: a node, the deployment, and a folder of evidence. One JSON file. */
export interface Network {
  rpcUrl: string;
  deployment: Deployment;
  /** Folder of manifests by hash. */
  evidence: string;
  /** The network's API, if it has one; without the `/v1`. */
  apiUrl?: string | undefined;
}

export class NetworkFileError extends Error {
  override name = "NetworkFileError";
}

const schema = z.object({
  rpcUrl: z.url(),
  deployment: z.unknown(),
  evidence: z.string().min(1),
  apiUrl: z.url().optional(),
});

/** Reads a network file. A relative evidence folder is relative to the file. */
export function readNetwork(file: string): Network {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") {
      throw new NetworkFileError(`There is no network file ${file}: nothing was started there yet.`, {
        cause,
      });
    }
    throw new NetworkFileError(`The network file ${file} cannot be read: ${cause}.`, { cause });
  }
  const { success, data, error } = schema.safeParse(json);
  if (!success) {
    const issue = error.issues[0];
    throw new NetworkFileError(`The network file ${file}: ${issue?.path.join(".")} ${issue?.message}.`);
  }
  return {
    rpcUrl: data.rpcUrl,
    deployment: parseDeployment(data.deployment),
    evidence: path.resolve(path.dirname(file), data.evidence),
    ...(data.apiUrl !== undefined && { apiUrl: data.apiUrl }),
  };
}

/** Writes a network file in one step, with the evidence folder beside it. */
export function writeNetwork(file: string, network: Network): void {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true });
  const json = { ...network, evidence: path.relative(folder, network.evidence) || "." };
  writeFileSync(`${file}.part`, `${JSON.stringify(json, null, 2)}\n`);
  renameSync(`${file}.part`, file);
}
