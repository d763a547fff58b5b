import { type Attribution, accountNode, identityNode, type Node, type Share, sortShares } from "@azora/sdk";
import { type Address, getAddress, keccak256, stringToBytes, toHex } from "viem";
import type { Random } from "../../support/lockstep/random.ts";
import { inMillionths, type Shape } from "./shape.ts";

/** A work that is registered, with what becomes of it. */
export interface BenchWork {
  readonly id: Node;
  readonly registrant: Address;
  readonly evidenceHash: Node;
  readonly attribution: Attribution;
  /** Whether it is judged to the end; the others wait for their panel. */
  readonly isJudged: boolean;
  readonly level: number;
}

const WHOLE = 1_000_000;
const UPSTREAM_LIMIT = 300_000;
/** Credited people for a work, as often as they stand here. */
const CREDITED = [1, 1, 1, 1, 2, 2, 2, 3, 3, 5];
/** What judges say, as often as it stands here. */
const LEVELS = [0, 3, 4, 5, 5, 6, 6, 7, 8, 9];
/** One citation in so many is of a work that everybody builds on, in whatever tile. */
const ELSEWHERE = 8;
const FINE = 1 << 20;

/** Low numbers far more often: a few people do most of the work, and a few works carry most of the others. */
const skewed = (random: Random, limit: number): number =>
  Math.floor(limit * (random.below(FINE) / FINE) ** 3);

/** An account that only the benchmark knows. */
export const benchAccount = (name: string): Address =>
  getAddress(`0x${keccak256(stringToBytes(name)).slice(-40)}`);

export interface WorksOptions {
  readonly works: number;
  /** How many of them are judged to the end. */
  readonly judged: number;
  readonly shape: Shape;
  readonly random: Random;
}

/** Works in the order of their registration, their citations of the given shape. */
export function* worksOf({ works, judged, shape, random }: WorksOptions): Generator<BenchWork> {
  const citations = Map.groupBy(shape.citations, ({ from }) => from);
  const credited = [
    ...people("account", Math.ceil(works / 5), (name) => accountNode(benchAccount(name))),
    ...people("identity", Math.ceil(works / 10), (name) => identityNode(`github:${name}`)),
  ];
  const earlier: Node[] = [];

  function upstreamOf(number: number): Share[] {
    const tile = number - (number % shape.works);
    const cited = new Map<Node, number>();
    for (const { to, weight } of citations.get(number % shape.works) ?? []) {
      const place = random.below(ELSEWHERE) === 0 ? skewed(random, number) : tile + to;
      const node = earlier[place];
      if (node !== undefined) cited.set(node, (cited.get(node) ?? 0) + weight);
    }
    return sharesOf([...cited.keys()], [...cited.values()], UPSTREAM_LIMIT);
  }

  function contributorsOf(): Share[] {
    const nodes = new Set<Node>();
    for (let k = random.pick(CREDITED); k > 0; k -= 1) {
      const node = credited[skewed(random, credited.length)];
      if (node !== undefined) nodes.add(node);
    }
    return sharesOf(
      [...nodes],
      [...nodes].map(() => 1 + random.below(9)),
      WHOLE,
    );
  }

  for (let number = 0; number < works; number += 1) {
    const id: Node = `0x01${keccak256(toHex(`work ${number}`)).slice(4)}`;
    yield {
      id,
      registrant: benchAccount(`registrant ${skewed(random, Math.ceil(works / 20))}`),
      evidenceHash: keccak256(toHex(`evidence ${number}`)),
      attribution: { contributors: contributorsOf(), upstream: upstreamOf(number) },
      // Spread evenly, for all of them would otherwise be the oldest.
      isJudged: Math.floor(((number + 1) * judged) / works) > Math.floor((number * judged) / works),
      level: random.pick(LEVELS),
    };
    earlier.push(id);
  }
}

const people = (kind: string, count: number, nodeOf: (name: string) => Node): Node[] =>
  Array.from({ length: count }, (_, index) => nodeOf(`${kind}-${index}`));

/** Contributors' weights sum to the whole; what rounding leaves is the first one's. */
function sharesOf(nodes: readonly Node[], weights: readonly number[], limit: number): Share[] {
  if (nodes.length === 0) return [];
  const parts = inMillionths(weights, limit);
  const rest = limit === WHOLE ? WHOLE - parts.reduce((sum, part) => sum + part, 0) : 0;
  return sortShares(nodes.map((node, k) => ({ node, weight: (parts[k] ?? 0) + (k === 0 ? rest : 0) })));
}
