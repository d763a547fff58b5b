import {
  AzoraError,
  challengeCall,
  constants,
  type Deployment,
  disputesAbi,
  hashOfStored,
  releaseCall,
  reservationSeconds,
  reserveCall,
  restOf,
  type StoredReservation,
} from "@azora/sdk";
import { OWN } from "#lib/said.ts";
import type { Strings } from "#strings/index.ts";
import type { ChainReader, Transaction } from "../transaction.ts";
import { recordOf } from "./register.ts";

const PAUSE_MS = 1_000;

/** What a reservation has on the chain; nothing but zeroes if it is not there, or not any more. */
export const readReservation = (
  client: ChainReader,
  deployment: Deployment,
  reservation: StoredReservation,
) =>
  client.readContract({
    ...disputesOf(deployment),
    functionName: "reservedBy",
    args: [reservation.challenger, hashOfStored(deployment, reservation)],
  });

/**
 * The first of the two steps of a challenge.
 * @param end When the challenge window ends. It is looked at directly before the wallet asks: a page may have been open for
 *   long, and the deposit of a reservation that nobody can use any more is lost.
 */
export function reserveTransaction(
  deployment: Deployment,
  reservation: StoredReservation,
  end: number,
  { challenge: { tooLate }, transactions: { reserve: words } }: Strings,
): Transaction {
  return {
    kind: "reserve",
    title: words.title,
    effect: words.effect,
    record: { href: recordOf(reservation.contribution), label: words.record },
    async prepare(client) {
      const required = { ...disputesOf(deployment), functionName: "depositRequired" } as const;
      const [deposit, { timestamp }] = await Promise.all([client.readContract(required), client.getBlock()]);
      if (timestamp + reservationSeconds(deployment.chainId) > BigInt(end))
        throw new AzoraError(OWN.tooLate, [timestamp, end], tooLate);
      return reserveCall(deployment.addresses, hashOfStored(deployment, reservation), deposit);
    },
  };
}

/** The second step, which waits until the reservation can be used. */
export function challengeTransaction(
  deployment: Deployment,
  reservation: StoredReservation,
  { transactions: { challenge: words } }: Strings,
): Transaction {
  return {
    kind: "challenge",
    title: words.title,
    effect: words.effect,
    record: { href: recordOf(reservation.contribution), label: words.record },
    async prepare(client) {
      const { deposit, blockNumber } = await readReservation(client, deployment, reservation);
      // A node that tries calls in the latest block would refuse it in the one before.
      if (blockNumber > 0n) await untilBlock(client, blockNumber + BigInt(constants.Reservations.MATURITY));
      const price = await client.readContract({
        ...disputesOf(deployment),
        functionName: "priceOf",
        args: [reservation.contribution, reservation.direction],
      });
      return challengeCall(deployment.addresses, reservation, restOf(price, deposit));
    },
  };
}

/** Gets the deposit back, once somebody else has challenged the score. */
export function releaseTransaction(
  { addresses }: Deployment,
  reservation: StoredReservation,
  { transactions: { release: words } }: Strings,
): Transaction {
  return {
    kind: "release",
    title: words.title,
    effect: words.effect,
    record: { href: `/accounts/${reservation.challenger}`, label: words.record },
    prepare: async () => releaseCall(addresses, reservation),
  };
}

const disputesOf = ({ addresses }: Deployment) =>
  ({ address: addresses.disputes, abi: disputesAbi }) as const;

async function untilBlock(client: ChainReader, block: bigint): Promise<void> {
  while ((await client.getBlockNumber({ cacheTime: 0 })) < block)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
