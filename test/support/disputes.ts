import { Direction, Ground } from "@azora/sdk";
import { id } from "ethers";
import type { Attribution } from "./attribution.ts";
import { commitAll, draw, moveTo, revealAll } from "./life.ts";
import type { Protocol } from "./protocol.ts";

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

/** Challenges a scored work; down for its value, by person 5, unless said. */
export async function challenge(
  protocol: Protocol,
  contribution: string,
  {
    from = protocol.person(5),
    direction = Direction.Down,
    ground = Ground.Value,
    excess = 0n,
  }: ChallengeOptions = {},
) {
  const value = (await totalPrice(protocol, contribution, direction)) + excess;
  return protocol.disputes.connect(from).challenge(contribution, direction, ground, REASON, SALT, { value });
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
