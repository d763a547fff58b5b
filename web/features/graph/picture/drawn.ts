import type { PackedGraph } from "../model/pack.ts";

/** The graph in flat arrays, which thousands of works are gone through in no time. A work is its place in them. */
export interface Drawn {
  count: number;
  ids: readonly string[];
  titles: readonly string[];
  numbers: readonly number[];
  /** Places in `STATES`. */
  states: Uint8Array;
  /** Of a work's disc, at a scale of 1. */
  radii: Float32Array;
  from: Uint32Array;
  to: Uint32Array;
  /** Of an edge, from 0 to 1 by what flowed, or by its weight where nothing did yet. */
  strengths: Float32Array;
  /** Edges, the strongest first. */
  byStrength: Uint32Array;
  /** Works, those first that a label helps most. */
  byImportance: Uint32Array;
  /** The edges of each work. */
  edgesOf: readonly (readonly number[])[];
  placeOf: ReadonlyMap<string, number>;
}

const SMALLEST = 3.5;
const GROWTH = 9;
/** What a citation alone is worth beside money, when widths and labels are chosen. */
const CITED = 0.35;

/** @param nameOf What a work without a title is called. */
export function drawnOf({ works, edges }: PackedGraph, nameOf: (number: number) => string): Drawn {
  const count = works.length;
  const edgesOf: number[][] = works.map(() => []);
  const cited = new Float32Array(count);
  edges.forEach(([from, to], edge) => {
    edgesOf[from]?.push(edge);
    edgesOf[to]?.push(edge);
    cited[to] = (cited[to] ?? 0) + 1;
  });
  const amounts = works.map(([, , , , azr]) => azr);
  const mostAzr = Math.max(1, ...amounts);
  const mostCited = cited.reduce((most, each) => Math.max(most, each), 1);
  const mostPaid = edges.reduce((most, [, , , azr]) => Math.max(most, azr), 0);
  const importance = Float32Array.from(amounts, (azr, place) =>
    Math.max(Math.sqrt(azr / mostAzr), Math.sqrt((cited[place] ?? 0) / mostCited)),
  );
  const strengths = Float32Array.from(edges, ([, , weight, azr]) =>
    azr > 0 ? CITED + (1 - CITED) * Math.sqrt(azr / mostPaid) : CITED * Math.sqrt(weight / 1e6),
  );
  return {
    count,
    ids: works.map(([id]) => id),
    titles: works.map(([, number, title]) => title ?? nameOf(number)),
    numbers: works.map(([, number]) => number),
    states: Uint8Array.from(works, ([, , , state]) => state),
    radii: importance.map((each) => SMALLEST + GROWTH * each),
    from: Uint32Array.from(edges, ([from]) => from),
    to: Uint32Array.from(edges, ([, to]) => to),
    strengths,
    byStrength: descending(strengths),
    byImportance: descending(importance),
    edgesOf,
    placeOf: new Map(works.map(([id], place) => [id, place])),
  };
}

const descending = (values: Float32Array): Uint32Array =>
  Uint32Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);

/** The work at the other end of an edge. */
export function otherEnd({ from, to }: Drawn, edge: number, place: number): number {
  return (from[edge] === place ? to[edge] : from[edge]) ?? place;
}
