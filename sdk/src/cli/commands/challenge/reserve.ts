import type { LocalAccount } from "viem";
import { reserveCall } from "../../../calls.ts";
import { AzoraError } from "../../../errors/AzoraError.ts";
import { disputesAbi } from "../../../generated/abis.ts";
import { Reservations } from "../../../generated/constants.ts";
import { hashOfStored, reservationSeconds, type StoredReservation } from "../../../storedReservation.ts";
import { RevertedError } from "../../../transact.ts";
import { formatEth } from "../../../units.ts";
import { reservationKey, type View } from "../../../view/index.ts";
import type { OpenChain } from "../../chain.ts";
import { confirm } from "../../confirm.ts";
import { type Context, estimate, send } from "../../context.ts";
import { RefusedError } from "../../exit.ts";
import { keepReservation, keptReservations } from "../../reservations.ts";
import { when } from "../../times.ts";

/** What a reservation takes, in wei, and until when, in seconds. */
export interface ReservationTerms {
  readonly deposit: bigint;
  /** What comes with the challenge itself. */
  readonly rest: bigint;
  /** Of the work's window. */
  readonly end: bigint;
}

/** The first of the two transactions. Its secret is on the disk before the deposit is on the chain. @return Its block. */
export async function reserve(
  context: Context,
  chain: OpenChain,
  account: LocalAccount,
  content: StoredReservation,
  { deposit, rest, end }: ReservationTerms,
  yes: boolean,
): Promise<bigint> {
  const { network, folder, client } = chain;
  const { deployment } = network;
  requireFunds(account.address, await client.getBalance({ address: account.address }), deposit + rest);
  const call = reserveCall(deployment.addresses, hashOfStored(deployment, content), deposit);
  await estimate(chain, account, call).catch((error) => {
    throw isReservedAlready(error) ? new RefusedError(SENT_BEFORE) : error;
  });
  await confirm(context.app, "Challenge it?", yes);
  // Nobody knows how long the question stood.
  const { timestamp } = await client.getBlock();
  requireTime(deployment.chainId, timestamp, end);
  keepReservation(folder, deployment, content);
  try {
    const { blockNumber } = await send(chain, account, call, context);
    return blockNumber;
  } catch (error) {
    if (!isReservedAlready(error) && !(error instanceof RevertedError)) throw error;
    // By a command that was interrupted: that one paid the deposit, and this one none.
    const block = await reservedIn(chain, content);
    if (block > 0n) return block;
    throw isReservedAlready(error) ? new RefusedError(SENT_BEFORE) : error;
  }
}

/** @throws RefusedError where the window ends before a reservation that is sent now could be used */
export function requireTime(chainId: number, now: bigint, end: bigint): void {
  if (now >= end) throw new RefusedError(`The window ended ${when(end, now)}. Nothing was sent.`);
  if (now + reservationSeconds(chainId) > end)
    throw new RefusedError(
      `The window ends ${when(end, now)}, too soon for a reservation to be used. Nothing was sent.`,
    );
}

/** @throws RefusedError where a deposit would be paid for a challenge that then cannot be */
export function requireFunds(owner: string, balance: bigint, needed: bigint): void {
  if (balance < needed)
    throw new RefusedError(
      `${owner} has ${formatEth(balance)}, which is less than the ${formatEth(needed)} of both transactions, and gas comes on top. Nothing was sent.`,
    );
}

/** Some nodes try calls after what waits to be mined. */
const SENT_BEFORE =
  "The reservation was sent before and is not in a block yet. Nothing was sent; run the same command again once it is.";

const isReservedAlready = (error: unknown): boolean =>
  error instanceof AzoraError && error.name === "Reservations_AlreadyReserved";

async function reservedIn({ client, network }: OpenChain, content: StoredReservation): Promise<bigint> {
  const { deployment } = network;
  const { blockNumber } = await client.readContract({
    address: deployment.addresses.disputes,
    abi: disputesAbi,
    functionName: "reservedBy",
    args: [content.challenger, hashOfStored(deployment, content)],
  });
  return blockNumber;
}

/** What else an account has reserved, in words, one a line: each has a deposit that can be lost. */
export function otherReservations(
  { network, folder }: Pick<OpenChain, "network" | "folder">,
  view: View,
  { challenger, contribution }: StoredReservation,
): string[] {
  const { deployment } = network;
  const known = new Map(
    keptReservations(folder, deployment, challenger).map((kept) => [
      reservationKey(challenger, hashOfStored(deployment, kept)),
      kept.contribution,
    ]),
  );
  return [...view.reservations]
    .filter(([, each]) => each.challenger === challenger)
    .map(([key, { hash, deposit, block }]) => {
      const work = known.get(key);
      const of = work === undefined ? "whose secret is not kept here" : `of ${theWork(work, contribution)}`;
      const last = block + BigInt(Reservations.LIFETIME);
      const state = view.block < last ? `can be used up to block ${last}` : "has expired";
      return `You have reserved ${hash} too, ${of}: it ${state}, and its deposit is ${formatEth(deposit)}.`;
    });
}

const theWork = (work: string, present: string): string => (work === present ? "the same work" : work);
