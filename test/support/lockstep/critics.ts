import { constitutionAbi, model, Phase, Verdict } from "@azora/sdk";
import { encodeFunctionData, numberToHex } from "viem";
import { perform } from "./perform.ts";
import { note, personIn, type Work, type World } from "./world.ts";

const m = model.protocol;
/** Of the people, those who may become critics. */
const CANDIDATES = 2;

/** Appoints a critic or dismisses one, which may be what it is already. */
export async function setCritic(world: World): Promise<void> {
  const { random, state, addresses, people } = world;
  const critic = random.pick(people.slice(0, CANDIDATES)).address;
  const appointed = state.critics.has(critic) === random.chance(0.2);
  const done = await perform(world, {
    name: "setCritic",
    sender: random.chance(0.9) ? addresses.timelock : personIn(world),
    to: "constitution",
    data: encodeFunctionData({ abi: constitutionAbi, functionName: "setCritic", args: [critic, appointed] }),
    predict: (call) => m.setCritic(state, call, critic, appointed),
  });
  if (done) note(world, appointed ? "critic appointed" : "critic dismissed");
}

/** Criticises a work, with faults now and then. */
export async function critique(world: World, { node }: Work): Promise<void> {
  const { random, state, identities } = world;
  if (state.critics.size === 0 && random.chance(0.6)) await setCritic(world);
  const inOffice = [...state.critics];
  const isScored = state.works.get(node)?.phase === Phase.Scored;
  const hash = () => numberToHex(random.chance(0.06) ? 0 : 1 + random.below(9), { size: 32 });
  const said = {
    subject: random.chance(0.1) ? random.pick(identities) : node,
    verdict:
      isScored && random.chance(0.6)
        ? Verdict.Flag
        : random.pick([Verdict.Pass, Verdict.Concern, Verdict.Flag]),
    scores: [random.below(101), 100, random.below(102), random.chance(0.05) ? 101 : 0] as const,
    documentHash: hash(),
    critiqueHash: hash(),
  };
  const { subject, verdict, scores, documentHash, critiqueHash } = said;
  if (verdict === Verdict.Flag) await donate(world);
  const done = await perform(world, {
    name: "critique",
    sender: inOffice.length > 0 && random.chance(0.85) ? random.pick(inOffice) : personIn(world),
    to: "constitution",
    data: encodeFunctionData({
      abi: constitutionAbi,
      functionName: "critique",
      args: [subject, verdict, scores, documentHash, critiqueHash],
    }),
    predict: (call) => m.critique(state, call, said),
  });
  if (!done) return;
  note(world, "criticised");
  if (verdict === Verdict.Flag) note(world, "flagged");
}

/** Somebody gives ETH to the fund, out of which flags are paid. */
async function donate(world: World): Promise<void> {
  const { random, state } = world;
  const value = BigInt(random.below(1_000_000)) * 10n ** 13n;
  await perform(world, {
    name: "donate",
    sender: personIn(world),
    value,
    to: "citadelFund",
    data: "0x",
    predict: () => {
      state.fundEther += value;
    },
  });
}

/** Puts another text in the place of the articles, or the same one. */
export async function amendArticles(world: World): Promise<void> {
  const { random, state, addresses } = world;
  const text = numberToHex(random.below(3), { size: 32 });
  const rationale = numberToHex(random.chance(0.1) ? 0 : 7, { size: 32 });
  const done = await perform(world, {
    name: "amendArticles",
    sender: random.chance(0.9) ? addresses.timelock : personIn(world),
    to: "constitution",
    data: encodeFunctionData({
      abi: constitutionAbi,
      functionName: "amendArticles",
      args: [text, rationale],
    }),
    predict: (call) => m.amendArticles(state, call, text, rationale),
  });
  if (done) note(world, "articles amended");
}
