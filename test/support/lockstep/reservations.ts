import {
  type ChallengeContent,
  constants,
  disputesAbi,
  forfeitCall,
  hashReservation,
  model,
  releaseCall,
  reserveCall,
} from "@azora/sdk";
import { type Address, numberToHex } from "viem";
import { passBlocks } from "./clock.ts";
import { expectSame, perform } from "./perform.ts";
import { note, personIn, type World } from "./world.ts";

const m = model.protocol;
const { MATURITY, LIFETIME } = constants.Reservations;

/** Reserves a challenge, mostly for its deposit; now and then the same one twice. */
export async function reserve(world: World, claim: ChallengeContent, challenger: Address): Promise<void> {
  const { state, deployment, addresses, random } = world;
  const isEmpty = random.chance(0.03);
  const hash = isEmpty ? numberToHex(0, { size: 32 }) : hashReservation(deployment, challenger, claim);
  const value = m.depositRequired(state) + random.pick([0n, 0n, 0n, 0n, 0n, 0n, 7n, -1n]);
  const done = await perform(world, {
    name: "reserve",
    sender: challenger,
    value,
    to: "disputes",
    data: reserveCall(addresses, hash, value).data,
    predict: (call) => m.reserve(state, call, hash),
  });
  if (!done) return;
  world.claims.push({ challenger, claim });
  if (random.chance(0.1)) await reserve(world, claim, challenger);
}

/** Until a reservation can be used; now and then not long enough, or too long. */
export async function ripen(world: World): Promise<void> {
  const { random } = world;
  // The transaction that uses it makes the last block itself.
  if (random.chance(0.04)) return passBlocks(world, BigInt(LIFETIME));
  await passBlocks(world, BigInt(MATURITY - (random.chance(0.1) ? 2 : 1)));
}

/** Somebody asks for its deposit back, which is often too early. */
export async function release(world: World): Promise<void> {
  const { random, state, addresses, claims } = world;
  // What was challenged, by somebody else perhaps.
  const lost = claims.filter(({ claim }) => state.works.get(claim.contribution)?.dispute !== undefined);
  const some = lost.length > 0 && random.chance(0.8) ? lost : claims;
  if (some.length === 0) return;
  const { claim, challenger } = random.pick(some);
  const done = await perform(world, {
    name: "release",
    sender: random.chance(0.9) ? challenger : personIn(world),
    to: "disputes",
    data: releaseCall(addresses, claim).data,
    predict: (call) => m.release(state, call, claim),
  });
  if (done) note(world, "deposit released");
}

/** Anybody takes the deposit of a reservation for the fund, which is often too early. */
export async function forfeit(world: World): Promise<void> {
  const { random, state, deployment, addresses, claims } = world;
  if (claims.length === 0) return;
  const { claim, challenger } = random.pick(claims);
  if (random.chance(0.3)) await passBlocks(world, BigInt(LIFETIME));
  const hash = hashReservation(deployment, challenger, claim);
  const done = await perform(world, {
    name: "forfeit",
    sender: personIn(world),
    to: "disputes",
    data: forfeitCall(addresses, challenger, hash).data,
    predict: (call) => m.forfeit(state, call, challenger, hash),
  });
  if (done) note(world, "deposit forfeited");
}

/** AZ-07: every reservation that there ever was. */
export async function compareReservations({ state, client, deployment, claims }: World): Promise<void> {
  const disputes = { address: deployment.addresses.disputes, abi: disputesAbi } as const;
  for (const { challenger, claim } of claims) {
    const hash = hashReservation(deployment, challenger, claim);
    const args = [challenger, hash] as const;
    const theirs = await client.readContract({ ...disputes, functionName: "reservedBy", args });
    const { deposit, block } = state.reservations.get(`${challenger}/${hash}`) ?? { deposit: 0n, block: 0n };
    expectSame(`the reservation of ${challenger}`, [deposit, block], [theirs.deposit, theirs.blockNumber]);
  }
  const required = await client.readContract({ ...disputes, functionName: "depositRequired" });
  expectSame("the deposit of a reservation", m.depositRequired(state), required);
}
