import { model, validatorRegistryAbi } from "@azora/sdk";
import { encodeFunctionData, numberToHex } from "viem";
import { passTo } from "./clock.ts";
import { perform } from "./perform.ts";
import { note, personIn, type World } from "./world.ts";

const m = model.protocol;
/** Judges leave only while so many sit, so that a run still sees panels. */
const ENOUGH = 12;

/** A judge gives up its seat; or somebody without one tries to. */
export async function exit(world: World): Promise<void> {
  const { random, state } = world;
  const { bench } = state.seats;
  const isNobody = bench.length < ENOUGH || random.chance(0.2);
  const done = await perform(world, {
    name: "exit",
    sender: isNobody ? personIn(world) : random.pick(bench),
    to: "validatorRegistry",
    data: encodeFunctionData({ abi: validatorRegistryAbi, functionName: "exit" }),
    predict: (call) => m.exit(state, call),
  });
  if (done) note(world, "seat left");
}

/** The timelock takes a seat away, with a reason, once an epoch, from a full bench; each of that is broken too. */
export async function remove(world: World): Promise<void> {
  const { random, state, judges, addresses } = world;
  const account = random.pick(state.seats.bench.length > 0 ? state.seats.bench : judges);
  const reason = numberToHex(random.chance(0.1) ? 0 : 7, { size: 32 });
  const done = await perform(world, {
    name: "remove",
    sender: random.chance(0.9) ? addresses.timelock : personIn(world),
    to: "validatorRegistry",
    data: encodeFunctionData({
      abi: validatorRegistryAbi,
      functionName: "remove",
      args: [account, reason],
    }),
    predict: (call) => m.remove(state, call, account, reason),
  });
  if (done) note(world, "removed");
}

/** Whoever was slashed, or whose bond the rule has outgrown, fills it up; one in five too much. */
export async function topUp(world: World): Promise<void> {
  const { random, state, judges } = world;
  const account = random.pick([...judges.filter((judge) => roomOf(world, judge) > 0n), random.pick(judges)]);
  const room = roomOf(world, account);
  const value = random.chance(0.2) ? room + 1n : room;
  const done = await perform(world, {
    name: "topUp",
    sender: account,
    value,
    to: "validatorRegistry",
    data: encodeFunctionData({ abi: validatorRegistryAbi, functionName: "topUp" }),
    predict: (call) => m.topUp(state, call),
  });
  if (done) note(world, "bond topped up");
}

function roomOf({ state }: World, account: `0x${string}`): bigint {
  const stint = state.seats.stints.get(account)?.at(-1);
  if (stint === undefined || stint.until !== undefined) return 0n;
  const missing = m.ruleOf(state, "SeatBond") * 10n ** 9n - stint.bond;
  return missing > 0n ? missing : 0n;
}

/** Whoever has left takes its bond out, some before it is unlocked. */
export async function withdrawBond(world: World): Promise<void> {
  const { random, state, judges } = world;
  const left = [...state.seats.stints].flatMap(([account, stints]) =>
    stints.flatMap(({ until }, number) => (until === undefined ? [] : [{ account, number }])),
  );
  const nobody = { account: random.pick(judges), number: random.below(3) };
  const { account, number } = random.pick(random.chance(0.8) ? [...left, nobody] : [nobody]);
  const unlocksAt = state.seats.stints.get(account)?.[number]?.unlocksAt ?? 0n;
  // Rarely: what else goes on would miss its windows.
  if (random.chance(0.6)) passTo(world, unlocksAt);
  const done = await perform(world, {
    name: "withdrawBond",
    sender: account,
    to: "validatorRegistry",
    data: encodeFunctionData({
      abi: validatorRegistryAbi,
      functionName: "withdrawBond",
      args: [BigInt(number)],
    }),
    predict: (call) => m.withdrawBond(state, call, number),
  });
  if (done) note(world, "bond withdrawn");
}
