import { constitutionAbi, model } from "@azora/sdk";
import { encodeFunctionData, numberToHex, zeroAddress } from "viem";
import { perform } from "./perform.ts";
import { note, personIn, type World } from "./world.ts";

const m = model.protocol;
const DAY = 86_400n;

/** Of the people, those who may become guardian. */
const CANDIDATES = 2;

/** Sets the guardian, renews its term, or leaves the office empty. */
export async function setGuardian(world: World): Promise<void> {
  const { random, state, addresses, people } = world;
  const chosen = random.chance(0.1) ? zeroAddress : random.pick(people.slice(0, CANDIDATES)).address;
  const done = await perform(world, {
    name: "setGuardian",
    sender: random.chance(0.9) ? addresses.timelock : personIn(world),
    to: "constitution",
    data: encodeFunctionData({ abi: constitutionAbi, functionName: "setGuardian", args: [chosen] }),
    predict: (call) => m.setGuardian(state, call, chosen),
  });
  if (done) note(world, "guardian set");
}

/** Stops registrations, mostly for so short that a run goes on. */
export async function stop(world: World): Promise<void> {
  const { random, state } = world;
  const { account } = state.guardian;
  const isGuardian = account !== zeroAddress && random.chance(0.85);
  const duration = random.pick([0n, 60n, 60n, 60n, 3_600n, 7n * DAY, 7n * DAY + 1n]);
  const reason = numberToHex(random.chance(0.1) ? 0 : 7, { size: 32 });
  const done = await perform(world, {
    name: "stop",
    sender: isGuardian ? account : personIn(world),
    to: "constitution",
    data: encodeFunctionData({ abi: constitutionAbi, functionName: "stop", args: [duration, reason] }),
    predict: (call) => m.stop(state, call, duration, reason),
  });
  if (!done) return;
  note(world, "registrations stopped");
  if (random.chance(0.4)) await liftStop(world);
}

/** Ends a stop early, if there is one. */
export async function liftStop(world: World): Promise<void> {
  const { random, state, addresses } = world;
  const { account } = state.guardian;
  const entitled = random.pick([addresses.timelock, account === zeroAddress ? addresses.timelock : account]);
  const done = await perform(world, {
    name: "liftStop",
    sender: random.chance(0.85) ? entitled : personIn(world),
    to: "constitution",
    data: encodeFunctionData({ abi: constitutionAbi, functionName: "liftStop" }),
    predict: (call) => m.liftStop(state, call),
  });
  if (done) note(world, "stop lifted");
}
