import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { constants } from "@azora/sdk";

/** https://github.com/deepfunding/dependency-graph, where somebody keeps a copy of it beside the project. */
const DEEP_FUNDING = new URL("../../../../shared/data/deepfunding/graph-pruned.csv", import.meta.url);

/** One citation: a work's place in a tile, that of an earlier one that it was built on, and what part of it is due there. */
export interface Citation {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** A small graph of works, numbered so that each cites only earlier ones. A large one is made of many. */
export interface Shape {
  readonly name: string;
  readonly works: number;
  readonly citations: readonly Citation[];
}

/** That of the Deep Funding dependency graph, or of one of its size and degrees if that is not at hand. */
export function shapeOfWorks(): Shape {
  const file = fileURLToPath(DEEP_FUNDING);
  if (!existsSync(file)) return likeDeepFunding();
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const edges = lines.map((line) => {
    const [to = "", from = "", weight = ""] = line.split(",");
    return { from, to, weight: Number(weight) };
  });
  return { name: "Deep Funding, pruned", ...ordered(edges) };
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** Numbers the nodes so that all that a node depends on comes before it. An edge that closes a circle is left out. */
function ordered(edges: readonly Edge[]): Pick<Shape, "works" | "citations"> {
  const below = Map.groupBy(edges, ({ from }) => from);
  const numbers = new Map<string, number>();
  const open = new Set<string>();
  const citations: Citation[] = [];
  const visit = (node: string): number | undefined => {
    if (open.has(node)) return undefined;
    const known = numbers.get(node);
    if (known !== undefined) return known;
    open.add(node);
    const found = (below.get(node) ?? []).map(({ to, weight }) => ({ to: visit(to), weight }));
    open.delete(node);
    const number = numbers.size;
    numbers.set(node, number);
    for (const { to, weight } of found) if (to !== undefined) citations.push({ from: number, to, weight });
    return number;
  };
  for (const { from } of edges) visit(from);
  return { works: numbers.size, citations };
}

/** The same number of nodes and edges; most cite nothing and a few cite 34, as in the data, whose degrees these are. */
function likeDeepFunding(): Shape {
  const works = 364;
  const most = 34;
  const parents = 36;
  const citations: Citation[] = [];
  for (let parent = 0; parent < parents; parent += 1) {
    const from = works - parents + parent;
    const degree = Math.min(most, 11 + ((parent * 7) % 24));
    for (let k = 0; k < degree; k += 1)
      citations.push({ from, to: (parent * 31 + k * 9) % from, weight: 1 / degree });
  }
  return { name: "like Deep Funding, pruned", works, citations };
}

/** Weights as the contracts take them: parts per million that sum to at most `limit`, the smallest ones raised to the least. */
export function inMillionths(weights: readonly number[], limit: number): number[] {
  const { MIN_WEIGHT } = constants.Attributions;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const room = limit - MIN_WEIGHT * weights.length;
  return weights.map((weight) => MIN_WEIGHT + Math.floor((weight / sum) * room));
}
