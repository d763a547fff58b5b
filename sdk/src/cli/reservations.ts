import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Address } from "viem";
import type { Deployment } from "../addresses.ts";
import type { Node } from "../node.ts";
import {
  formatReservation,
  hashOfStored,
  parseReservation,
  type StoredReservation,
} from "../storedReservation.ts";
import { writePrivately } from "./writePrivately.ts";

const folderOf = (folder: string): string => path.join(folder, "reservations");

/** Keeps a reservation under its hash, readable by its owner only, before its deposit is sent. */
export function keepReservation(
  folder: string,
  deployment: Deployment,
  reservation: StoredReservation,
): string {
  const file = path.join(folderOf(folder), `${hashOfStored(deployment, reservation)}.json`);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writePrivately(file, formatReservation(reservation));
  return file;
}

/** What this machine keeps of an account's reservations for a work, whatever became of them. */
export function reservationsFor(
  folder: string,
  chainId: number,
  challenger: Address,
  contribution: Node,
): StoredReservation[] {
  return namesIn(folderOf(folder))
    .flatMap((name) => parseReservation(readFileSync(path.join(folderOf(folder), name), "utf8")) ?? [])
    .filter(
      (kept) =>
        kept.chainId === chainId && kept.challenger === challenger && kept.contribution === contribution,
    );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
