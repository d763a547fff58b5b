import { azoraTokenAbi, citadelFundAbi, model, rewardLedgerAbi, voiceAbi } from "@azora/sdk";
import { type Address, encodeFunctionData, maxUint256, numberToHex, zeroAddress } from "viem";
import { perform } from "./perform.ts";
import { NOTHING, note, personIn, type Work, type World } from "./world.ts";

const m = model.protocol;

/** Whoever holds AZR pays a work with it. Never more than they have: what a token refuses is not the protocol's to foresee. */
export async function reward(world: World, { node, attribution }: Work): Promise<void> {
  const { random, state, addresses, people } = world;
  const { azoraToken } = addresses;
  const holders = people
    .map(({ address }) => address)
    .filter((each) => m.heldBy(state, azoraToken, each) > 0n);
  const sender = holders.length > 0 ? random.pick(holders) : undefined;
  if (sender === undefined) return;
  await approve(world, sender);
  const held = m.heldBy(state, azoraToken, sender);
  const amount = random.pick([0n, 1n, 9n, 10n, held / 3n, held].filter((each) => each <= held));
  const given = random.chance(0.05) ? NOTHING : attribution;
  const done = await perform(world, {
    name: "reward",
    sender,
    to: "rewardLedger",
    data: encodeFunctionData({
      abi: rewardLedgerAbi,
      functionName: "reward",
      args: [azoraToken, node, amount, given],
    }),
    predict: (call) => m.reward(state, call, azoraToken, node, amount, given),
  });
  if (done) note(world, "rewarded");
}

/** Lets the reward ledger take all the AZR of an account. The model asks nobody. */
async function approve(world: World, sender: Address): Promise<void> {
  await perform(world, {
    name: "approve",
    sender,
    to: "azoraToken",
    data: encodeFunctionData({
      abi: azoraTokenAbi,
      functionName: "approve",
      args: [world.addresses.rewardLedger, maxUint256],
    }),
    predict: () => undefined,
  });
}

/** ETH or AZR, to a person and within the cap; each of that is broken too. */
export async function grant(world: World): Promise<void> {
  const { random, state, addresses } = world;
  const token = random.pick([zeroAddress, addresses.azoraToken]);
  const to = random.chance(0.9) ? personIn(world) : random.pick([zeroAddress, addresses.rewardLedger]);
  const purpose = numberToHex(random.chance(0.05) ? 0 : 7, { size: 32 });
  const left = m.grantLeft(state, m.presentBook(state, { timestamp: world.next }, token));
  const amount = random.pick([left / 2n, left / 2n, left, left + 1n, 0n]);
  const done = await perform(world, {
    name: "grant",
    sender: random.chance(0.9) ? addresses.timelock : personIn(world),
    to: "citadelFund",
    data: encodeFunctionData({
      abi: citadelFundAbi,
      functionName: "grant",
      args: [token, to, amount, purpose],
    }),
    predict: (call) => m.grant(state, call, token, to, amount, purpose),
  });
  if (done) note(world, "granted");
}

/** @param token One in particular; else ETH or AZR. */
export async function openEpoch(world: World, token?: Address): Promise<void> {
  const opened = token ?? world.random.pick([zeroAddress, world.addresses.azoraToken]);
  const done = await perform(world, {
    name: "openEpoch",
    sender: personIn(world),
    to: "citadelFund",
    data: encodeFunctionData({ abi: citadelFundAbi, functionName: "openEpoch", args: [opened] }),
    predict: (call) => m.openEpoch(world.state, call, opened),
  });
  if (done) note(world, "fund's epoch opened");
}

/** Judges are paid for some votes of a work, counted or not, paid or not. */
export async function claimStipends(world: World, { node }: Work): Promise<void> {
  const { random, state } = world;
  const claims = [...(state.works.get(node)?.rounds ?? [])].flatMap(([round, { ballots }]) =>
    [...ballots.keys()].map((validator) => ({ contribution: node, round, validator })),
  );
  const some = claims.slice(0, random.pick([1, 2, random.below(claims.length + 1)]));
  const done = await perform(world, {
    name: "claimStipends",
    sender: personIn(world),
    to: "citadelFund",
    data: encodeFunctionData({ abi: citadelFundAbi, functionName: "claimStipends", args: [some] }),
    predict: (call) => m.claimStipends(state, call, some),
  });
  if (done) note(world, "stipends paid");
}

export async function delegate(world: World): Promise<void> {
  const { random, state } = world;
  const to = random.chance(0.2) ? zeroAddress : personIn(world);
  const done = await perform(world, {
    name: "delegate",
    sender: personIn(world),
    to: "voice",
    data: encodeFunctionData({ abi: voiceAbi, functionName: "delegate", args: [to] }),
    predict: (call) => m.delegate(state, call, to),
  });
  if (done) note(world, "delegated");
}
