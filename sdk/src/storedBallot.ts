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

/** @throws BallotError if it is no ballot */
export function parseBallot(json: unknown): StoredBallot {
  const { success, data, error } = schema.safeParse(json);
  if (success) return data;
  throw new BallotError("This is not a ballot that can be read.", { cause: error });
}
