import type { Hex } from "viem";
import { z } from "zod";
import { readAddress } from "./address.ts";
import type { Deployment } from "./addresses.ts";
import { isLocalChain } from "./chains.ts";
import { Duties, Reservations } from "./generated/constants.ts";
import { Direction, Ground } from "./generated/enums.ts";
import { isBytes32 } from "./node.ts";
import { type ChallengeContent, hashReservation } from "./reservation.ts";
import { hashRationale } from "./storedBallot.ts";

/** A reservation with its secret. Without it the deposit is lost: nobody could make the challenge, or ask for it back. */
export interface StoredReservation extends ChallengeContent {
  readonly chainId: number;
  readonly challenger: Hex;
  /** In words; its hash goes on the chain. */
  readonly reason: string;
}

const bytes32 = z.string().refine(isBytes32);
const schema = z.object({
  chainId: z.int(),
  challenger: z.string().transform((text, context) => {
    const address = readAddress(text);
    if (address !== undefined) return address;
    context.addIssue("must be an address");
    return z.NEVER;
  }),
  contribution: bytes32,
  direction: z.enum(Direction),
  ground: z.enum(Ground),
  reason: z.string(),
  reasonHash: bytes32,
  salt: bytes32,
});

export function createReservation(content: Omit<StoredReservation, "reasonHash">): StoredReservation {
  return { ...content, reasonHash: hashRationale(content.reason) };
}

/** What it has on the chain. */
export const hashOfStored = (deployment: Deployment, reservation: StoredReservation): Hex =>
  hashReservation(deployment, reservation.challenger, reservation);

/** As it stands in a file, or in a browser's memory. */
export const formatReservation = (reservation: StoredReservation): string =>
  `${JSON.stringify(reservation, null, 2)}\n`;

/** A reservation from such a text; nothing if it is none. */
export function parseReservation(text: string | null): StoredReservation | undefined {
  try {
    return schema.safeParse(JSON.parse(text ?? "")).data;
  } catch {
    return undefined;
  }
}

/** Whether two say the same, but for the salt. */
export const isSameClaim = (a: Omit<ChallengeContent, "salt">, b: Omit<ChallengeContent, "salt">): boolean =>
  a.contribution === b.contribution &&
  a.direction === b.direction &&
  a.ground === b.ground &&
  a.reasonHash === b.reasonHash;

/** Blocks of a local chain come every second. */
const blockSeconds = (chainId: number): number => (isLocalChain(chainId) ? 1 : Duties.SECONDS_A_BLOCK);

/**
 * Ten minutes: a minute for the reservation to be old enough, and the rest for two transactions that blocks may be too full for.
 * Who comes too late with the second loses the deposit, unless somebody else challenges the same score.
 */
const RESERVING_SECONDS = 600n;

/**
 * How long before the end of a window the last reservation should be sent. Local blocks come every second, windows there are
 * shorter than ten minutes, and nobody competes for a block: a block to spare for each of the two is enough.
 */
export const reservationSeconds = (chainId: number): bigint =>
  isLocalChain(chainId) ? BigInt(Reservations.MATURITY + 2) : RESERVING_SECONDS;

/** After how many seconds it is lost, about. */
export const lifetimeSeconds = (chainId: number): bigint =>
  BigInt(Reservations.LIFETIME * blockSeconds(chainId));
