import {
  type ChallengeContent,
  constants,
  type Deployment,
  isSameClaim,
  type StoredReservation,
} from "@azora/sdk";
import { readReservation } from "#transactions/definitions/challenge.ts";
import type { ChainReader } from "#transactions/transaction.ts";

/** A reservation whose secret this browser keeps, and what the chain has of it. */
export interface KeptReservation {
  readonly kept: StoredReservation;
  /** Whether it is on the chain: one that is not was never sent, or is over. */
  readonly isThere: boolean;
  /** In wei. */
  readonly deposit: bigint;
  /** The last block in which it can be used, and after which anybody may have its deposit forfeited. */
  readonly last: bigint;
  /** How many blocks there are until then; none if it has expired. */
  readonly left: bigint;
}

/** Asks the chain what there is of each, by its hash alone. */
export async function readKept(
  client: ChainReader,
  deployment: Deployment,
  kept: readonly StoredReservation[],
): Promise<KeptReservation[]> {
  const head = await client.getBlockNumber({ cacheTime: 0 });
  return Promise.all(
    kept.map(async (each) => {
      const { deposit, blockNumber } = await readReservation(client, deployment, each);
      const last = blockNumber + BigInt(constants.Reservations.LIFETIME);
      const isThere = blockNumber > 0n;
      return { kept: each, isThere, deposit, last, left: isThere && last > head ? last - head : 0n };
    }),
  );
}

/** Whether the challenge can still be made. */
export const isUsable = ({ isThere, left }: KeptReservation): boolean => isThere && left > 0n;

/** Whether it is on the chain and came to nothing. */
export const isExpired = ({ isThere, left }: KeptReservation): boolean => isThere && left === 0n;

/**
 * What to go on with for a claim: a reservation that can be used, or else a secret that has none, so that a claim that may
 * be on its way from another page is not paid for twice: the same hash is refused.
 */
export function reservationFor(
  found: readonly KeptReservation[],
  claim: Omit<ChallengeContent, "salt">,
): KeptReservation | undefined {
  const same = found.filter(({ kept }) => isSameClaim(kept, claim));
  return same.find(isUsable) ?? same.find(({ isThere }) => !isThere);
}
