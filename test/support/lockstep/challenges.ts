import {
  attributionRegistryAbi,
  type ChallengeContent,
  challengeCall,
  constants,
  Direction,
  disputesAbi,
  Ground,
  hashShares,
  model,
  type Node,
  Phase,
  proofOfValueAbi,
  reopenCall,
} from "@azora/sdk";
import { encodeFunctionData, numberToHex } from "viem";
import { passToEnd } from "./clock.ts";
import { unopened } from "./judgement.ts";
import { perform } from "./perform.ts";
import { reserve, ripen } from "./reservations.ts";
import { topUp } from "./seats.ts";
import { note, personIn, type Work, type World } from "./world.ts";

const m = model.protocol;
const GWEI = 10n ** 9n;

/** Challenges a score, mostly in a direction that can win, for what it costs, and by a reservation that is old enough. */
export async function challenge(world: World, { node }: Work): Promise<void> {
  const { random, addresses, state } = world;
  const sender = personIn(world);
  const claim = chooseClaim(world, node);
  if (random.chance(0.9)) {
    await reserve(world, claim, random.chance(0.95) ? sender : personIn(world));
    await ripen(world);
  }
  const rest = priceOf(world, claim) - m.depositRequired(state);
  const missing = rest > 0n && random.chance(0.95) ? rest : 0n;
  const value = missing + (random.chance(0.2) ? 3n : 0n);
  const done = await perform(world, {
    name: "challenge",
    sender,
    value,
    to: "disputes",
    work: node,
    data: challengeCall(addresses, claim, value).data,
    predict: (call) => m.challenge(state, call, claim),
  });
  if (done) note(world, "challenged");
}

function chooseClaim({ random, state }: World, contribution: Node): ChallengeContent {
  const isHigh = (state.works.get(contribution)?.level ?? 5n) >= 5n;
  const likely = isHigh ? Direction.Down : Direction.Up;
  const direction = random.chance(0.9) ? likely : random.pick([Direction.Up, Direction.Down]);
  const grounds = direction === Direction.Up ? [Ground.Value, Ground.Conflict] : Object.values(Ground);
  const ground = random.pick(random.chance(0.9) ? grounds : Object.values(Ground));
  const reasonHash = numberToHex(random.chance(0.03) ? 0 : 7, { size: 32 });
  return { contribution, direction, ground, reasonHash, salt: numberToHex(random.below(3), { size: 32 }) };
}

function priceOf({ state }: World, { contribution, direction }: ChallengeContent): bigint {
  const work = state.works.get(contribution);
  if (work === undefined) return GWEI;
  // One that cannot win has no price, and is refused before it pays.
  if (!model.canWin(direction, work.level)) return GWEI;
  const { fee, bond } = m.priceOf(state, work, direction);
  return fee + bond;
}

/** Proves that a judge of any round was not there, which is often wrong. */
export async function proveAbsence(world: World, { node, attribution }: Work): Promise<void> {
  const { random, state } = world;
  const rounds = [...(state.works.get(node)?.rounds ?? [])];
  if (rounds.length === 0) return;
  const [number, round] = random.pick(rounds);
  const present = state.works.get(node);
  if (present?.phase === Phase.Voting && random.chance(0.3)) passToEnd(world, round.revealEnd);
  const silent = round.panel.findIndex((seat) => {
    const judge = m.holderAt(state, seat, round.armedAt);
    return judge !== undefined && !round.ballots.has(judge);
  });
  const position = BigInt(silent >= 0 && random.chance(0.8) ? silent : random.below(round.panel.length + 1));
  const contributors = random.chance(0.05) ? [] : attribution.contributors;
  const upstreamHash = hashShares(attribution.upstream);
  const done = await perform(world, {
    name: "proveAbsence",
    sender: personIn(world),
    to: "proofOfValue",
    work: node,
    data: encodeFunctionData({
      abi: proofOfValueAbi,
      functionName: "proveAbsence",
      args: [node, number, position, contributors, upstreamHash],
    }),
    predict: (call) => m.proveAbsence(state, call, node, number, position, contributors, upstreamHash),
  });
  if (!done) return;
  note(world, "absence proven");
  if (random.chance(0.4)) await topUp(world);
}

/** Opens a committed vote before its time, as whoever the judge told it to would. */
export async function proveLeak(world: World, work: Work): Promise<void> {
  const { random, state } = world;
  const known = [...unopened(world, work), ...world.ballots.values()];
  if (known.length === 0) return;
  const ballot = random.pick(known);
  const sender = random.chance(0.1) ? ballot.validator : personIn(world);
  const done = await perform(world, {
    name: "proveLeak",
    sender,
    to: "proofOfValue",
    work: work.node,
    data: encodeFunctionData({
      abi: proofOfValueAbi,
      functionName: "proveLeak",
      args: [work.node, ballot],
    }),
    predict: (call) => m.proveLeak(state, call, work.node, ballot),
  });
  if (done) note(world, "leak proven");
}

/** A judge whose vote was on the overturned side; or somebody. */
export async function proveOutlier(world: World, { node }: Work): Promise<void> {
  const { random, state, judges } = world;
  const work = state.works.get(node);
  const first = work?.rounds.get(work.dispute?.firstRound ?? 0);
  const voters = [...(first?.ballots.keys() ?? [])];
  const validator = random.pick([...voters, ...voters, random.pick(judges)]);
  const done = await perform(world, {
    name: "proveOutlier",
    sender: personIn(world),
    to: "proofOfValue",
    work: node,
    data: encodeFunctionData({
      abi: proofOfValueAbi,
      functionName: "proveOutlier",
      args: [node, validator],
    }),
    predict: (call) => m.proveOutlier(state, call, node, validator),
  });
  if (done) note(world, "outlier proven");
}

/** A judge of the second panel gets its part of the fee; or somebody does not. */
export async function shareFee(world: World, { node }: Work): Promise<void> {
  const { random, state, judges } = world;
  const work = state.works.get(node);
  const number = random.pick([
    work?.dispute?.lastRound ?? 1,
    work?.dispute?.lastRound ?? 1,
    work?.round ?? 1,
  ]);
  const voters = [...(work?.rounds.get(number)?.ballots.keys() ?? [])];
  const validator = random.pick([...voters, ...voters, random.pick(judges)]);
  const done = await perform(world, {
    name: "shareFee",
    sender: personIn(world),
    to: "disputes",
    data: encodeFunctionData({
      abi: disputesAbi,
      functionName: "shareFee",
      args: [node, number, validator],
    }),
    predict: (call) => m.shareFee(state, call, node, number, validator),
  });
  if (done) note(world, "fee shared");
}

/** Anybody pays the bond of a void work; or tries to with a wei too few. */
export async function reopen(world: World, { node }: Work): Promise<void> {
  const { random, state, addresses } = world;
  const work = state.works.get(node);
  const seats = state.seats.bench.length;
  // Without a bench there is no price; then it is refused in any case.
  const isClosed = work === undefined || seats < constants.ProofOfValue.MIN_SEATS;
  const bond = isClosed ? GWEI : m.bondRequired(state, work.rulesVersion);
  const value = bond + random.pick([0n, 0n, 0n, 5n, -1n]);
  const done = await perform(world, {
    name: "reopen",
    sender: personIn(world),
    value,
    to: "attributionRegistry",
    work: node,
    data: reopenCall(addresses, node, value).data,
    predict: (call) => m.reopen(state, call, node),
  });
  if (done) note(world, "reopened");
}

/** ETH that a contract other than the registry owes. */
export async function withdrawOtherEther(world: World): Promise<void> {
  const { random, state } = world;
  const holder = random.pick(["disputes", "validatorRegistry"] as const);
  const owners = [...(state.etherOwed.get(holder)?.keys() ?? []), personIn(world)];
  const account = random.pick(owners);
  const done = await perform(world, {
    name: `withdrawEtherFor of ${holder}`,
    sender: personIn(world),
    to: holder,
    data: encodeFunctionData({
      abi: attributionRegistryAbi,
      functionName: "withdrawEtherFor",
      args: [account],
    }),
    predict: () => m.withdrawEtherFor(state, account, true, holder),
  });
  if (done) note(world, `ether of ${holder} withdrawn`);
}
