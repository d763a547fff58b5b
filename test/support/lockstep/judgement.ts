import {
  type Ballot,
  constants,
  encodeHeader,
  hashBallot,
  hashShares,
  model,
  type Node,
  outcomeNames,
  Phase,
  proofOfValueAbi,
} from "@azora/sdk";
import { encodeFunctionData, type Hex, hexToBigInt, keccak256, numberToHex, stringToHex } from "viem";
import { remember } from "../history.ts";
import { headerAt, passBlocks } from "./clock.ts";
import { perform } from "./perform.ts";
import { ballotKey, note, personIn, type Work, type World } from "./world.ts";

const m = model.protocol;
/** For how many blocks the chain itself knows the hashes. */
const RECENT = 250n;
const RATIONALE = keccak256(stringToHex("rationale"));

/** The round that judges of a work vote in, if any. */
export function votingRound({ state }: World, { node }: Work): model.protocol.RoundState | undefined {
  const work = state.works.get(node);
  return work?.phase === Phase.Voting ? work.rounds.get(work.round) : undefined;
}

/** Draws the panel with the header of the draw block; now and then too early, or with another block's header. */
export async function draw(world: World, { node }: Work): Promise<void> {
  const { state } = world;
  const { header, prevRandao } = await proofFor(world, node);
  await perform(world, {
    name: "draw",
    sender: personIn(world),
    to: "proofOfValue",
    work: node,
    data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "draw", args: [node, header] }),
    predict: (call) => m.draw(state, call, node, prevRandao),
  });
}

async function proofFor(world: World, node: Node): Promise<{ header: Hex; prevRandao: bigint | undefined }> {
  const { state, random } = world;
  const none = { header: "0x01", prevRandao: undefined } as const;
  const work = state.works.get(node);
  if (work?.phase !== Phase.Armed) return none;
  const { drawBlock, lastBlock } = m.drawBlocks(state, work);
  if (random.chance(0.9)) await passBlocks(world, drawBlock - world.block);
  if (world.block < drawBlock || world.block >= lastBlock || random.chance(0.03)) return none;
  if (world.block - drawBlock > RECENT) {
    await remember(world.protocol, drawBlock);
    note(world, "draw from the history contract");
  }
  const isOther = random.chance(0.05);
  const header = await headerAt(world, isOther ? drawBlock - 1n : drawBlock);
  return {
    header: encodeHeader(header),
    prevRandao: isOther ? undefined : hexToBigInt(header.mixHash),
  };
}

export async function rearm(world: World, { node }: Work): Promise<void> {
  const { state } = world;
  const done = await perform(world, {
    name: "rearm",
    sender: personIn(world),
    to: "proofOfValue",
    work: node,
    data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "rearm", args: [node] }),
    predict: (call) => m.rearm(state, call, node),
  });
  if (done) note(world, state.works.get(node)?.phase === Phase.Void ? "void" : "rearmed");
}

/** A judge of the panel commits; else somebody commits to something. */
export async function commit(world: World, work: Work): Promise<void> {
  const { random, state, deployment } = world;
  const round = votingRound(world, work);
  const open = round?.panel.map((seat) => m.holderAt(state, seat, round.armedAt)).entries() ?? [];
  const [next] = [...open].filter(([, judge]) => judge !== undefined && !round?.ballots.has(judge));
  const [position, judge] = next ?? [];
  if (position === undefined || judge === undefined || random.chance(0.06)) return commitWrongly(world, work);
  const number = state.works.get(work.node)?.round ?? 0;
  const salt = numberToHex(random.below(2 ** 31), { size: 32 });
  const ballot = { validator: judge, level: chooseLevel(world, work), rationaleHash: RATIONALE, salt };
  const commitment = hashBallot(deployment, work.node, number, ballot);
  const done = await sendCommit(world, work.node, judge, position, commitment);
  if (done) world.ballots.set(ballotKey(work.node, number, judge), ballot);
}

/** Judges agree on most works, and find one in four worthless. */
function chooseLevel({ random, state }: World, { node }: Work): number {
  // The second panel of every other challenge sees it quite differently.
  const shift = state.works.get(node)?.challenged && (BigInt(node) / 8n) % 2n === 0n ? 4n : 0n;
  const leaning = Number((BigInt(node) + shift) % 8n);
  if (leaning < 2) return random.chance(0.9) ? 0 : 3;
  return random.chance(0.5) ? leaning : random.below(constants.HistogramLib.LEVELS);
}

async function commitWrongly(world: World, { node }: Work): Promise<void> {
  const { random, judges } = world;
  const commitment = numberToHex(random.pick([0, 1, 11, 12, 13, 14]), { size: 32 });
  await sendCommit(world, node, random.pick(judges), random.below(20), commitment);
}

function sendCommit(world: World, node: Node, judge: Hex, position: number, commitment: Hex) {
  return perform(world, {
    name: "commit",
    sender: judge,
    to: "proofOfValue",
    work: node,
    data: encodeFunctionData({
      abi: proofOfValueAbi,
      functionName: "commit",
      args: [node, BigInt(position), commitment],
    }),
    predict: (call) => m.commit(world.state, call, node, BigInt(position), commitment),
  });
}

/** The votes of the present round that nobody has opened yet. */
export function unopened(world: World, work: Work): Ballot[] {
  const { state, ballots, deployment } = world;
  const number = state.works.get(work.node)?.round ?? 0;
  const committed = [...(votingRound(world, work)?.ballots ?? [])];
  return committed.flatMap(([judge, word]) => {
    const ballot = ballots.get(ballotKey(work.node, number, judge));
    return ballot !== undefined && hashBallot(deployment, work.node, number, ballot) === word ? [ballot] : [];
  });
}

/** Anybody opens a vote, a few of them wrongly. @param ballot One of {@link unopened}; nothing for an old or made-up one. */
export async function reveal(world: World, { node, attribution }: Work, ballot?: Ballot): Promise<void> {
  const { random, state, judges } = world;
  const madeUp = { validator: random.pick(judges), level: 4, rationaleHash: RATIONALE, salt: RATIONALE };
  const honest = ballot ?? random.pick([madeUp, ...world.ballots.values()]);
  const given = random.chance(0.05) ? { ...honest, level: random.pick([3, 11, 200]) } : honest;
  const contributors = random.chance(0.04) ? [] : attribution.contributors;
  const upstreamHash = hashShares(attribution.upstream);
  await perform(world, {
    name: "reveal",
    sender: personIn(world),
    to: "proofOfValue",
    work: node,
    data: encodeFunctionData({
      abi: proofOfValueAbi,
      functionName: "reveal",
      args: [node, given, contributors, upstreamHash],
    }),
    predict: (call) => m.reveal(state, call, node, given, contributors, upstreamHash),
  });
}

export async function score(world: World, { node }: Work): Promise<void> {
  const { state } = world;
  const done = await perform(world, {
    name: "score",
    sender: personIn(world),
    to: "proofOfValue",
    work: node,
    data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "score", args: [node] }),
    predict: (call) => m.score(state, call, node),
  });
  if (!done) return;
  const work = state.works.get(node);
  if (work?.phase === Phase.Scored) note(world, "scored");
  else note(world, work?.phase === Phase.Void ? "void" : "redrawn");
  const outcome = work?.phase === Phase.Scored ? work.dispute?.outcome : undefined;
  if (outcome !== undefined) note(world, `challenge ${outcomeNames[outcome]?.toLowerCase()}`);
}
