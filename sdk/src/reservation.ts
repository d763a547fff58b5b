import { type Address, encodeAbiParameters, type Hex, keccak256, parseAbiParameters } from "viem";
import type { Deployment } from "./addresses.ts";
import type { Direction, Ground } from "./generated/enums.ts";
import type { Node } from "./node.ts";

/** What a challenge says. Its reasons stand on the chain as the keccak256 of their UTF-8 bytes, see `hashRationale`. */
export interface ChallengeContent {
  readonly contribution: Node;
  readonly direction: Direction;
  readonly ground: Ground;
  readonly reasonHash: Hex;
  /** Of the reservation: 32 bytes that nobody can guess, or else its hash would tell which work it is of. */
  readonly salt: Hex;
}

const RESERVATION = parseAbiParameters("uint256, address, bytes32, address, uint8, uint8, bytes32, bytes32");

/** What has to come with a challenge that is reserved, in wei. @param price Fee and bond, see `Disputes.priceOf`. */
export function restOf([fee, bond]: readonly [bigint, bigint], deposit: bigint): bigint {
  const price = fee + bond;
  return price > deposit ? price - deposit : 0n;
}

/** What a challenge is reserved by: `Disputes.reservationOf`, without telling a node the challenge. */
export function hashReservation(
  { chainId, addresses: { disputes } }: Deployment,
  challenger: Address,
  { contribution, direction, ground, reasonHash, salt }: ChallengeContent,
): Hex {
  const content = [contribution, challenger, direction, ground, reasonHash, salt] as const;
  return keccak256(encodeAbiParameters(RESERVATION, [BigInt(chainId), disputes, ...content]));
}
