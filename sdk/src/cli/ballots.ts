import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Hex } from "viem";
import { z } from "zod";
import type { Deployment } from "../addresses.ts";
import { type Ballot, hashBallot } from "../ballot.ts";
import { isBytes32 } from "../node.ts";
import { RefusedError } from "./exit.ts";
import { parseAddress } from "./parse.ts";

/** A vote with its secret. Whoever has it can open the vote; without it nobody can. */
export interface StoredBallot extends Ballot {
  chainId: number;
  contribution: Hex;
  round: number;
  /** In words; its hash goes on the chain. */
  rationale: string;
}

const bytes32 = z.string().refine(isBytes32);
const schema = z.object({
  chainId: z.int(),
  contribution: bytes32,
  round: z.int(),
  validator: z.string().transform((text) => parseAddress("validator", text)),
  level: z.int().min(0).max(10),
  rationale: z.string(),
  rationaleHash: bytes32,
  salt: bytes32,
});

const folderOf = (folder: string): string => path.join(folder, "ballots");

/** Keeps a ballot under its commitment, readable by its owner only, before the commitment is sent. */
export function keepBallot(folder: string, deployment: Deployment, ballot: StoredBallot): string {
  const file = path.join(folderOf(folder), `${commitmentOf(deployment, ballot)}.json`);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeBallot(file, ballot);
  return file;
}

export function writeBallot(file: string, ballot: StoredBallot): void {
  writeFileSync(`${file}.part`, `${JSON.stringify(ballot, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.part`, 0o600);
  renameSync(`${file}.part`, file);
}

export function commitmentOf(deployment: Deployment, ballot: StoredBallot): Hex {
  return hashBallot(deployment, ballot.contribution, ballot.round, ballot);
}

/** @throws RefusedError if it is no ballot */
export function readBallot(file: string): StoredBallot {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new RefusedError(`${file} is not a ballot that can be read.`, { cause });
  }
}

/** The ballot behind a commitment, if this machine has it. */
export function findBallot(folder: string, commitment: Hex): StoredBallot | undefined {
  const name = `${commitment}.json`;
  try {
    if (!readdirSync(folderOf(folder)).includes(name)) return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  return readBallot(path.join(folderOf(folder), name));
}
