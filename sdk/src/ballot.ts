import { type Address, encodeAbiParameters, type Hex, keccak256, parseAbiParameters } from "viem";
import type { Deployment } from "./addresses.ts";
import type { Node } from "./node.ts";

/** A judge's vote; whoever knows it all may open it. */
export interface Ballot {
  readonly validator: Address;
  /** 0 to 10. */
  readonly level: number;
  readonly rationaleHash: Hex;
  readonly salt: Hex;
}

const COMMITMENT = parseAbiParameters("uint256, address, bytes32, uint16, address, uint8, bytes32, bytes32");

/** The commitment to a vote, as `ProofOfValue.commitmentOf` gives it, without telling a node the vote. */
export function hashBallot(
  { chainId, addresses }: Deployment,
  contribution: Node,
  round: number,
  { validator, level, rationaleHash, salt }: Ballot,
): Hex {
  const where = [BigInt(chainId), addresses.proofOfValue, contribution, round] as const;
  return keccak256(encodeAbiParameters(COMMITMENT, [...where, validator, level, rationaleHash, salt]));
}
