import {
  attributionRegistryAbi,
  constants,
  constitutionAbi,
  hashAttribution,
  Phase,
  phaseNames,
} from "@azora/sdk";
import { type Api, attributionOf, unwrap } from "@azora/sdk/api";
import type { Hex } from "viem";
import { compareChallenge } from "./challenges.ts";
import { type Comparison, compareTokenPools, judgementOf, pinned, readPool, same } from "./compare.ts";

/** In place of a vote that has leaked the contract keeps one more than any opened vote leaves there. */
const LEAKED = BigInt(constants.HistogramLib.LEVELS) + 1n;

const detailOf = (api: Api, id: string) =>
  unwrap(api.GET("/v1/contributions/{id}", { params: { path: { id } } }));

type Detail = Awaited<ReturnType<typeof detailOf>>;

/** Compares everything that the API says of a work with the contracts. Gives the nodes that it credits. */
export async function compareContribution(comparison: Comparison, api: Api, id: string): Promise<Hex[]> {
  const detail = await detailOf(api, id);
  await compareRegistration(comparison, detail);
  await compareWork(comparison, detail);
  if (detail.contribution.challenge)
    await compareChallenge(comparison, detail, detail.contribution.challenge);
  for (const round of detail.contribution.rounds) await compareRound(comparison, detail, round);
  return detail.contribution.contributors.map(({ node }) => node as Hex);
}

async function compareRegistration(comparison: Comparison, at: Detail): Promise<void> {
  const { contribution: work } = at;
  const id = work.id as Hex;
  const { attributionRegistry } = comparison.network.deployment.addresses;
  const registry = { address: attributionRegistry, abi: attributionRegistryAbi } as const;
  const say = (what: string, indexed: string | number, onChain: string | number | bigint) =>
    same(comparison, `${what} of ${id}`, indexed, onChain);
  const [registrant, bondOwner, bond, version, attributionHash, pool] = await Promise.all([
    comparison.client.readContract({ ...pinned(at), ...registry, functionName: "registrantOf", args: [id] }),
    comparison.client.readContract({ ...pinned(at), ...registry, functionName: "bondOwnerOf", args: [id] }),
    comparison.client.readContract({ ...pinned(at), ...registry, functionName: "bondOf", args: [id] }),
    comparison.client.readContract({
      ...pinned(at),
      ...registry,
      functionName: "rulesVersionOf",
      args: [id],
    }),
    comparison.client.readContract({
      ...pinned(at),
      ...registry,
      functionName: "attributionHashOf",
      args: [id],
    }),
    readPool(comparison, at, id),
  ]);
  say("The registrant", work.registrant, registrant);
  say("The owner of the bond", work.bondOwner, bondOwner);
  say("The bond", work.bond, bond);
  say("The rules version", work.rulesVersion, version);
  say("The attribution hash", work.attributionHash, attributionHash);
  say("The hash of the shares", hashAttribution(attributionOf(work)), attributionHash);
  await compareTokenPools(comparison, at, id, work.tokenPools);
  say("The pool", work.pool.balance, pool[0]);
  say("The pool's minted part", work.pool.minted, pool[1]);
  const critiques = await comparison.client.readContract({
    ...pinned(at),
    address: comparison.network.deployment.addresses.constitution,
    abi: constitutionAbi,
    functionName: "critiquesOf",
    args: [id],
  });
  say("The number of critiques", work.critiques.length, critiques);
}

async function compareWork(comparison: Comparison, at: Detail): Promise<void> {
  const { contribution: work } = at;
  const id = work.id as Hex;
  const judgement = judgementOf(comparison);
  const onChain = await comparison.client.readContract({
    ...pinned(at),
    ...judgement,
    functionName: "workOf",
    args: [id],
  });
  const say = (
    what: string,
    indexed: string | number | boolean | null,
    value: string | number | bigint | boolean,
  ) => same(comparison, `${what} of ${id}`, indexed, value);
  say("The phase", work.phase, phaseNames[onChain.phase] ?? onChain.phase);
  say("The opening", work.opening, onChain.opening);
  say("The round", work.round, onChain.round);
  say("The level", work.level ?? 0, onChain.level);
  say("The round of the level", work.scoredRound ?? 0, onChain.scoredRound);
  say("Whether it is challenged", work.challenge !== null, onChain.challenged);
  say("The epoch", work.epoch ?? 0, onChain.epoch);
  say("The lateness", work.late, onChain.late);
  if (onChain.phase === Phase.Scored) {
    const end = await comparison.client.readContract({
      ...pinned(at),
      ...judgement,
      functionName: "challengeEndOf",
      args: [id],
    });
    say("The end of the challenge window", work.challengeEnd, end);
  }
  if (onChain.phase === Phase.Armed) {
    const drawBlock = await comparison.client.readContract({
      ...pinned(at),
      ...judgement,
      functionName: "drawBlockOf",
      args: [id],
    });
    say("The block of the draw", work.rounds.at(-1)?.drawBlock ?? null, drawBlock);
  }
}

type Round = Detail["contribution"]["rounds"][number];

async function compareRound(comparison: Comparison, at: Detail, round: Round): Promise<void> {
  const id = at.contribution.id as Hex;
  const judgement = judgementOf(comparison);
  const onChain = await comparison.client.readContract({
    ...pinned(at),
    ...judgement,
    functionName: "roundOf",
    args: [id, round.round],
  });
  const where = `round ${round.round} of ${id}`;
  same(
    comparison,
    `The panel of ${where}`,
    round.ballots.map(({ validator }) => validator).join(),
    onChain.panel.join(),
  );
  if (round.drawnAt === null) return; // the contract notes the rest at the draw
  same(comparison, `The arming of ${where}`, round.armedAt, onChain.armedAt);
  same(comparison, `The commit window of ${where}`, round.commitEnd, onChain.commitEnd);
  same(comparison, `The reveal window of ${where}`, round.revealEnd, onChain.revealEnd);
  for (const { validator, commitment, level, leakedAt } of round.ballots) {
    const args = [id, round.round, validator as Hex] as const;
    const vote = await comparison.client.readContract({
      ...pinned(at),
      ...judgement,
      functionName: "voteOf",
      args,
    });
    // After the reveal the contract keeps the level + 1 in place of the commitment.
    const open = level === null ? BigInt(commitment ?? 0) : BigInt(level) + 1n;
    const indexed = leakedAt === null ? open : LEAKED;
    same(comparison, `The vote of ${validator} in ${where}`, indexed, BigInt(vote));
  }
}
