import { type Address, encodeAbiParameters, type Hex, keccak256 } from "viem";
import type { Deployment } from "./addresses.ts";
import type { Node } from "./node.ts";

/** A vote before it is opened. Keep it until the reveal: without the salt it cannot be opened. */
export interface Ballot {
  validator: Address;
  /** 0 to 10. */
  level: number;
  rationaleHash: Hex;
  /** 32 random bytes; a salt that can be guessed gives the level away. */
  salt: Hex;
}

const PREIMAGE = [
  { type: "uint256" },
  { type: "address" },
  { type: "bytes32" },
  { type: "uint16" },
  { type: "address" },
  { type: "uint8" },
  { type: "bytes32" },
  { type: "bytes32" },
] as const;

/** What `ProofOfValue.commit` takes: keccak256(abi.encode(chainid, this, id, round, validator, level, rationaleHash, salt)). */
export function commitmentOf(
  { chainId, addresses }: Deployment,
  contribution: Node,
  round: number,
  { validator, level, rationaleHash, salt }: Ballot,
): Hex {
  const values = [BigInt(chainId), addresses.proofOfValue, contribution, round, validator, level, rationaleHash, salt] as const;
  return keccak256(encodeAbiParameters(PREIMAGE, values));
}
