import { constants, Direction, Ground } from "@azora/sdk";
import { id } from "ethers";
import type { Attribution } from "./attribution.ts";
import { commitAll, draw, moveTo, revealAll } from "./life.ts";
import type { Protocol } from "./protocol.ts";

export const { MATURITY, LIFETIME } = constants.Reservations;

export const REASON = id("why the score is wrong");
export const SALT = id("salt of the challenge");

export interface ChallengeOptions {
  from?: ReturnType<Protocol["person"]>;
  direction?: Direction;
  ground?: Ground;
  /** Above the price, in wei. */
  excess?: bigint;
}

/** What a challenge costs in all, in wei. */
export async function totalPrice({ disputes }: Protocol, contribution: string, direction: Direction) {
  const { fee, bond } = await disputes.priceOf(contribution, direction);
  return fee + bond;
}

/** What a challenge is reserved by; with {@link SALT}. */
export function reservationOf(
  { disputes, person }: Protocol,
  contribution: string,
  { from = person(5), direction = Direction.Down, ground = Ground.Value }: ChallengeOptions = {},
): Promise<string> {
  return disputes.reservationOf(contribution, from.address, direction, ground, REASON, SALT);
}

/** Reserves a challenge for its deposit. */
export async function reserve(protocol: Protocol, contribution: string, options: ChallengeOptions = {}) {
  const { from = protocol.person(5), excess = 0n } = options;
  const disputes = protocol.disputes.connect(from);
  const value = (await disputes.depositRequired()) + excess;
  return disputes.reserve(await reservationOf(protocol, contribution, options), { value });
}

/** The same, and waits until the next block can be that of the challenge. */
export async function reserved(protocol: Protocol, contribution: string, options: ChallengeOptions = {}) {
  const transaction = await reserve(protocol, contribution, options);
  await protocol.connection.networkHelpers.mine(MATURITY - 1, { interval: 0 });
  return transaction;
}

/** Challenges a scored work by its reservation. @param rest What comes with it, in wei. */
export function challengeReserved(
  { disputes, person }: Protocol,
  contribution: string,
  { from = person(5), direction = Direction.Down, ground = Ground.Value }: ChallengeOptions = {},
  rest = 0n,
) {
  return disputes.connect(from).challenge(contribution, direction, ground, REASON, SALT, { value: rest });
}

/** Challenges a scored work; down for its value, by person 5, unless said. Reserves it first, unless that was done. */
export async function challenge(protocol: Protocol, contribution: string, options: ChallengeOptions = {}) {
  const { from = protocol.person(5), direction = Direction.Down, excess = 0n } = options;
  const hash = await reservationOf(protocol, contribution, options);
  const known = await protocol.disputes.reservedBy(from.address, hash);
  if (known.blockNumber === 0n) await reserved(protocol, contribution, { ...options, excess: 0n });
  const deposit = await protocol.disputes.depositRequired();
  const rest = (await totalPrice(protocol, contribution, direction)) - deposit;
  return challengeReserved(protocol, contribution, options, rest + excess);
}

/** Votes in the present round, up to the end of its reveal window. */
export async function votedOn(
  protocol: Protocol,
  contribution: string,
  attribution: Attribution,
  levels: (number | null)[],
  reveals = levels,
): Promise<void> {
  const { pov } = protocol;
  await draw(protocol, contribution);
  await commitAll(protocol, contribution, levels);
  await revealAll(protocol, contribution, reveals, attribution);
  const { round } = await pov.workOf(contribution);
  await moveTo(protocol, (await pov.roundOf(contribution, round)).revealEnd);
}

/** The second panel with these votes, and its score. */
export async function judgedAgain(
  protocol: Protocol,
  contribution: string,
  attribution: Attribution,
  levels: (number | null)[],
) {
  await votedOn(protocol, contribution, attribution, levels);
  return protocol.pov.score(contribution);
}

/** So many judges of 15 give this level, the others are silent. */
export const votesOf = (level: number, count = 15): (number | null)[] =>
  Array.from({ length: 15 }, (_, i) => (i < count ? level : null));
