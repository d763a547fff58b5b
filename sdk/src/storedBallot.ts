import { type Hex, keccak256, stringToHex } from "viem";
import { z } from "zod";
import { readAddress } from "./address.ts";
import type { Deployment } from "./addresses.ts";
import { type Ballot, hashBallot } from "./ballot.ts";
import { isBytes32, type Node } from "./node.ts";

/** A vote with its secret. Whoever has it can open the vote; without it nobody can. */
export interface StoredBallot extends Ballot {
  chainId: number;
  contribution: Node;
  round: number;
  /** In words; its hash goes on the chain. */
  rationale: string;
}

export class BallotError extends Error {
  override name = "BallotError";
}

const bytes32 = z.string().refine(isBytes32);
const schema = z.object({
  chainId: z.int(),
  contribution: bytes32,
  round: z.int(),
  validator: z.string().transform((text, context) => {
    const address = readAddress(text);
    if (address !== undefined) return address;
    context.addIssue("must be an address");
    return z.NEVER;
  }),
  level: z.int().min(0).max(10),
  rationale: z.string(),
  rationaleHash: bytes32,
  salt: bytes32,
});

/** What the chain keeps of a rationale: the keccak256 of its UTF-8 bytes. */
export const hashRationale = (rationale: string): Hex => keccak256(stringToHex(rationale));

export function createBallot(vote: Omit<StoredBallot, "rationaleHash">): StoredBallot {
  return { ...vote, rationaleHash: hashRationale(vote.rationale) };
}

export function commitmentOf(deployment: Deployment, ballot: StoredBallot): Hex {
  return hashBallot(deployment, ballot.contribution, ballot.round, ballot);
}

/** A ballot as it stands in a file. */
export const formatBallot = (ballot: StoredBallot): string => `${JSON.stringify(ballot, null, 2)}\n`;

/** Several in one file; a single one stands there as by itself. */
export function formatBallots(ballots: readonly StoredBallot[]): string {
  const [first] = ballots;
  return ballots.length === 1 && first !== undefined
    ? formatBallot(first)
    : `${JSON.stringify(ballots, null, 2)}\n`;
}

/** @throws BallotError if it is no ballot */
export function parseBallot(json: unknown): StoredBallot {
  const { success, data, error } = schema.safeParse(json);
  if (success) return data;
  throw new BallotError("This is not a ballot that can be read.", { cause: error });
}

/** The text of a file with one ballot or several. @throws BallotError if there is none in it */
export function readBallots(text: string): StoredBallot[] {
  const json = parseJson(text);
  const list: unknown[] = Array.isArray(json) ? json : [json];
  if (list.length === 0) throw new BallotError("There is no ballot in this file.");
  return list.map(parseBallot);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BallotError("This is not a ballot that can be read.", { cause });
  }
}
