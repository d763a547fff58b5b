import { type Edge, type Graph, STATES, stateOf, type Work } from "./graph.ts";

/** The graph as the picture takes it: names, places in the list instead of ids, and amounts to draw, not to reckon with. */
export interface PackedGraph {
  works: PackedWork[];
  edges: PackedEdge[];
}

/** Id, number, title, place of its state, and AZR that was minted for it or came to it. */
export type PackedWork = [id: string, number: number, title: string | null, state: number, azr: number];

/** Places of the later and the earlier work, parts per million, and AZR. */
export type PackedEdge = [from: number, to: number, weight: number, azr: number];

export function packGraph({ works, edges }: Graph): PackedGraph {
  return { works: works.map(packWork), edges: edges.map(packEdge) };
}

const packWork = ({ id, number, title, phase, minted, received }: Work): PackedWork => [
  id,
  number,
  title,
  STATES.indexOf(stateOf(phase)),
  roughly(minted + received),
];

const packEdge = ({ from, to, weight, paid }: Edge): PackedEdge => [
  from.index,
  to.index,
  weight,
  roughly(paid),
];

const CENT = 10n ** 16n;

/** AZR with two decimals, cut. */
const roughly = (wei: bigint): number => Number(wei / CENT) / 100;
