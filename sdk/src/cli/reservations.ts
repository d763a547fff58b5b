import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Address } from "viem";
import type { Deployment } from "../addresses.ts";
import {
  formatReservation,
  hashOfStored,
  parseReservation,
  type StoredReservation,
} from "../storedReservation.ts";
import { namesIn, writePrivately } from "./privateFiles.ts";

const folderOf = (folder: string): string => path.join(folder, "reservations");

/** Keeps a reservation under its hash, readable by its owner only, before its deposit is sent. */
export function keepReservation(
  folder: string,
  deployment: Deployment,
  reservation: StoredReservation,
): string {
  const file = path.join(folderOf(folder), fileNameOf(deployment, reservation));
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writePrivately(file, formatReservation(reservation));
  return file;
}

/** What this machine keeps of an account's reservations on a deployment, whatever became of them. */
export function keptReservations(
  folder: string,
  deployment: Deployment,
  challenger: Address,
): StoredReservation[] {
  const names = namesIn(folderOf(folder)).filter((name) => name.endsWith(".json"));
  return names.flatMap((name) => {
    const kept = parseReservation(readFileSync(path.join(folderOf(folder), name), "utf8"));
    if (kept?.chainId !== deployment.chainId || kept.challenger !== challenger) return [];
    // By its name it is of this deployment, and not of another on the same chain.
    return name === fileNameOf(deployment, kept) ? [kept] : [];
  });
}

const fileNameOf = (deployment: Deployment, reservation: StoredReservation): string =>
  `${hashOfStored(deployment, reservation)}.json`;
