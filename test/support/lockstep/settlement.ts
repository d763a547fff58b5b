import { model, Phase, proofOfValueAbi } from "@azora/sdk";
import { encodeFunctionData } from "viem";
import { claimStipends } from "./commons.ts";
import { flow } from "./money.ts";
import { perform } from "./perform.ts";
import { NOTHING, note, personIn, type Work, type World } from "./world.ts";

const m = model.protocol;

export async function finalize(world: World, { node }: Work): Promise<void> {
  const { state } = world;
  const done = await perform(world, {
    name: "finalize",
    sender: personIn(world),
    to: "proofOfValue",
    work: node,
    data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "finalize", args: [node] }),
    predict: (call) => m.finalize(state, call, node),
  });
  if (!done) return;
  const work = state.works.get(node);
  note(world, work?.phase === Phase.Rejected ? "rejected" : "accepted");
  if (work?.late) note(world, "late");
}

/** Seals an epoch near the present one. */
export async function sealEpoch(world: World): Promise<void> {
  const { state, random, next } = world;
  const chosen = m.epochAt(state, next) - BigInt(random.below(4));
  const epoch = chosen < 0n ? 0n : chosen;
  const done = await perform(world, {
    name: "sealEpoch",
    sender: personIn(world),
    to: "proofOfValue",
    data: encodeFunctionData({
      abi: proofOfValueAbi,
      functionName: "sealEpoch",
      args: [Number(epoch)],
    }),
    predict: (call) => m.sealEpoch(state, call, epoch),
  });
  if (done) note(world, "sealed");
}

export async function settle(world: World, work: Work): Promise<void> {
  const { state, random } = world;
  const { node } = work;
  const attribution = random.chance(0.06) ? NOTHING : work.attribution;
  const done = await perform(world, {
    name: "settle",
    sender: personIn(world),
    to: "proofOfValue",
    work: node,
    data: encodeFunctionData({
      abi: proofOfValueAbi,
      functionName: "settle",
      args: [node, attribution],
    }),
    predict: (call) => m.settle(state, call, node, attribution),
  });
  if (!done) return;
  note(world, state.works.get(node)?.late ? "settled late" : "settled");
  if (random.chance(0.4)) await claimStipends(world, work);
  if (random.chance(0.3)) await flow(world);
}
