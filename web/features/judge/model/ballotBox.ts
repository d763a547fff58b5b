import {
  commitmentOf,
  type Deployment,
  formatBallot,
  parseBallot,
  readBallots,
  type StoredBallot,
} from "@azora/sdk";
import type { Hex } from "viem";
import { type Box, keepText, textsUnder } from "#lib/browser/texts.ts";

/** A ballot that the browser would not keep: nothing may be committed then, for nobody could open it. */
export class BallotNotKeptError extends Error {
  override name = "BallotNotKeptError";
}

const PREFIX = "azora.ballot.";

/**
 * Ballots with their secrets, each under its own commitment: one that was committed is never overwritten by its replacement.
 * They are the same as the command line's files, and go from one to the other.
 */
export function keepBallot(box: Box | undefined, deployment: Deployment, ballot: StoredBallot): Hex {
  const commitment = commitmentOf(deployment, ballot);
  keepText(
    box,
    PREFIX + commitment,
    formatBallot(ballot),
    (options) => new BallotNotKeptError("This browser did not keep the ballot.", options),
  );
  return commitment;
}

/** The ballot behind a commitment, if this browser has it. */
export function findBallot(box: Box | undefined, commitment: string): StoredBallot | undefined {
  return read(box?.getItem(PREFIX + commitment) ?? null);
}

/** All ballots of a judge on a chain. */
export function ballotsOf(box: Box | undefined, chainId: number, validator: string): StoredBallot[] {
  return textsUnder(box, PREFIX)
    .flatMap((text) => read(text) ?? [])
    .filter((ballot) => ballot.chainId === chainId && ballot.validator === validator);
}

/**
 * Keeps the ballots of a file, one or several, and says how many.
 * @throws BallotError if there is none in it
 */
export function importBallots(box: Box | undefined, deployment: Deployment, text: string): number {
  const ballots = readBallots(text);
  for (const ballot of ballots) keepBallot(box, deployment, ballot);
  return ballots.length;
}

function read(text: string | null): StoredBallot | undefined {
  if (text === null) return undefined;
  try {
    return parseBallot(JSON.parse(text));
  } catch {
    return undefined;
  }
}
