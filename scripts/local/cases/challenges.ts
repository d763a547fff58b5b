import { setTimeout as sleep } from "node:timers/promises";
import {
  challengeCall,
  constants,
  createReservation,
  Direction,
  disputesAbi,
  Ground,
  hashOfStored,
  type Node,
  Outcome,
  Phase,
  reservationKey,
  reserveCall,
  restOf,
  type StoredReservation,
  type View,
} from "@azora/sdk";
import { practicePerson } from "@azora/sdk/practice";
import { keccak256, stringToHex } from "viem";
import { fastForward, isSettled } from "../fastForward.ts";
import { persist } from "../persist.ts";
import type { Session } from "../session.ts";
import { sendAs } from "./send.ts";
import { registerWork } from "./works.ts";

/** Practice persons: authors of the works, and who challenges. Nobody else is linked to these accounts. */
export const AUTHORS = { overturned: 41, confirmed: 42 } as const;
const CHALLENGER = 43;
const PAUSE_MS = 100;

export interface Challenged {
  /** The work that most of its first panel gave too much, on purpose: its score was overturned. */
  overturned: Node;
  /** The work whose score stood. */
  confirmed: Node;
  /** The work on whose panel somebody did not vote. */
  neglected: Node;
  /** The work of which a judge let another know its vote. */
  leaked: Node;
}

/**
 * Four works that go through what does not happen by itself where everybody does their duty: a score that a second panel
 * overturns, with the slashes of those who gave it; one that a second panel confirms; a judge who stays away; and one who
 * lets another know its vote.
 * @param cited What the second of them stands on.
 */
export async function challengeScores(
  session: Session,
  cited: readonly Node[],
  signal: AbortSignal,
): Promise<Challenged> {
  const author = practicePerson(AUTHORS.overturned).address;
  const rival = practicePerson(AUTHORS.confirmed).address;
  const [overturned, confirmed, neglected, leaked] = [
    await registerWork(session, { title: "A work that is overrated", author, mischief: "overrate" }, signal),
    await registerWork(
      session,
      { title: "A work that is rated well", author: rival, upstream: cited },
      signal,
    ),
    await registerWork(
      session,
      { title: "A work that a judge neglects", author: rival, mischief: "absent" },
      signal,
    ),
    await registerWork(
      session,
      { title: "A work of which a vote leaks", author: rival, mischief: "leak" },
      signal,
    ),
  ];
  const isScored = (view: View, node: Node) => view.works.get(node)?.phase === Phase.Scored;
  const judged = (view: View) => [overturned, confirmed].every((node) => isScored(view, node));
  await fastForward(session, judged, { signal });
  const reasons = new Map([
    [overturned, "It is no more than other works of its size, which were given half of that."],
    [confirmed, "It seems too much to me."],
  ]);
  const reserved = [...reasons].map(([contribution, reason]) => reservationOf(session, contribution, reason));
  for (const reservation of reserved) await persist(() => reserve(session, reservation), signal);
  for (const reservation of reserved)
    await persist(() => challengeDown(session, reservation, signal), signal);

  const isOver = ({ works }: View) =>
    [overturned, confirmed].every((node) => (works.get(node)?.challenge?.outcome ?? 0) !== Outcome.Pending);
  await fastForward(session, (view) => isOver(view) && isSettled(view), { signal });
  return { overturned, confirmed, neglected, leaked };
}

function reservationOf({ network }: Session, contribution: Node, reason: string): StoredReservation {
  return createReservation({
    chainId: network.deployment.chainId,
    challenger: practicePerson(CHALLENGER).address,
    contribution,
    direction: Direction.Down,
    ground: Ground.Value,
    reason,
    salt: keccak256(stringToHex(reason)),
  });
}

/** Reserves a challenge, unless that was done, or is not needed any more. */
async function reserve(session: Session, reservation: StoredReservation): Promise<void> {
  const { client, network } = session;
  const { deployment } = network;
  if ((await find(session, reservation)) !== undefined || (await isMade(session, reservation))) return;
  const deposit = await client.readContract({
    address: deployment.addresses.disputes,
    abi: disputesAbi,
    functionName: "depositRequired",
  });
  const call = reserveCall(deployment.addresses, hashOfStored(deployment, reservation), deposit);
  await sendAs(session, practicePerson(CHALLENGER), call);
}

/** Makes a challenge that is reserved, as soon as it can be, unless that was done. */
async function challengeDown(
  session: Session,
  reservation: StoredReservation,
  signal: AbortSignal,
): Promise<void> {
  if (await isMade(session, reservation)) return;
  // A chain that was cut off may have lost it.
  await reserve(session, reservation);
  const { deposit, block } = (await find(session, reservation)) ?? { deposit: 0n, block: 0n };
  await untilBlock(session, block + BigInt(constants.Reservations.MATURITY), signal);
  const { addresses } = session.network.deployment;
  const price = await session.client.readContract({
    address: addresses.disputes,
    abi: disputesAbi,
    functionName: "priceOf",
    args: [reservation.contribution, reservation.direction],
  });
  const call = challengeCall(addresses, reservation, restOf(price, deposit));
  await sendAs(session, practicePerson(CHALLENGER), call);
}

const isMade = async ({ follower }: Session, { contribution }: StoredReservation): Promise<boolean> =>
  (await follower.refresh()).works.get(contribution)?.challenge !== undefined;

async function find({ follower, network }: Session, reservation: StoredReservation) {
  const hash = hashOfStored(network.deployment, reservation);
  return (await follower.refresh()).reservations.get(reservationKey(reservation.challenger, hash));
}

async function untilBlock({ client }: Session, block: bigint, signal: AbortSignal): Promise<void> {
  while ((await client.getBlockNumber({ cacheTime: 0 })) < block)
    await sleep(PAUSE_MS, undefined, { signal });
}
