import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Hex } from "viem";
import type { Deployment } from "../addresses.ts";
import { commitmentOf, formatBallot, readBallots, type StoredBallot } from "../storedBallot.ts";
import { RefusedError } from "./exit.ts";
import { namesIn, writePrivately } from "./privateFiles.ts";

const folderOf = (folder: string): string => path.join(folder, "ballots");

/** Keeps a ballot under its commitment, readable by its owner only, before the commitment is sent. */
export function keepBallot(folder: string, deployment: Deployment, ballot: StoredBallot): string {
  const file = path.join(folderOf(folder), `${commitmentOf(deployment, ballot)}.json`);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeBallot(file, ballot);
  return file;
}

export const writeBallot = (file: string, ballot: StoredBallot): void =>
  writePrivately(file, formatBallot(ballot));

/** The ballots of a file: one, or several as the web app saves them. @throws RefusedError if there is none */
export function loadBallots(file: string): StoredBallot[] {
  try {
    return readBallots(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new RefusedError(`${file} is not a ballot that can be read.`, { cause });
  }
}

/** The ballot behind a commitment, if this machine has it. */
export function findBallot(folder: string, commitment: Hex): StoredBallot | undefined {
  const name = `${commitment}.json`;
  if (!namesIn(folderOf(folder)).includes(name)) return undefined;
  return loadBallots(path.join(folderOf(folder), name))[0];
}
