import type { Contribution, Phase } from "#lib/api/types.ts";

/** That one work was built on an earlier one, and what flowed for it. */
export interface Edge {
  /** The later one, which pays. */
  from: Work;
  /** The earlier one, which is paid. */
  to: Work;
  /** In parts per million. */
  weight: number;
  /** AZR that has flowed from the later one to the earlier one, in wei. */
  paid: bigint;
}

export interface Work {
  /** Its place among the graph's works, in the order of registration. */
  index: number;
  id: string;
  number: number;
  title: string | null;
  phase: Phase;
  level: number | null;
  /** Minted for it. */
  minted: bigint;
  /** What came to it from works that were built on it. */
  received: bigint;
  /** What went from it to works that it was built on. */
  given: bigint;
  upstream: Edge[];
  citedBy: Edge[];
}

export interface Graph {
  works: readonly Work[];
  byId: ReadonlyMap<string, Work>;
  edges: readonly Edge[];
  /** Whether all works are in it. */
  isWhole: boolean;
}

export type WorkRow = Pick<Contribution, "id" | "number" | "title" | "phase" | "level" | "amount">;

export interface CitationRow {
  contribution: string;
  upstream: string;
  weight: number;
}

export interface PaymentRow {
  source: string;
  node: string;
  amount: string;
}

interface Rows {
  /** In the order of registration. */
  works: readonly WorkRow[];
  citations: readonly CitationRow[];
  /** Of one token; those that go from one work to another count. */
  payments: readonly PaymentRow[];
  isWhole: boolean;
}

/** Puts together who was built on whom, and what flowed. What names a work that is not among them is left out. */
export function graphOf({ works: rows, citations, payments, isWhole }: Rows): Graph {
  const works = rows.map(toWork);
  const byId = new Map(works.map((work) => [work.id, work]));
  const edges = new Map<string, Edge>();
  for (const { contribution, upstream, weight } of citations) {
    const [from, to] = [byId.get(contribution), byId.get(upstream)];
    if (from === undefined || to === undefined) continue;
    const edge: Edge = { from, to, weight, paid: 0n };
    edges.set(keyOf(contribution, upstream), edge);
    from.upstream.push(edge);
    to.citedBy.push(edge);
  }
  for (const { source, node, amount } of payments) {
    const edge = edges.get(keyOf(source, node));
    if (edge === undefined) continue;
    const wei = BigInt(amount);
    edge.paid += wei;
    edge.from.given += wei;
    edge.to.received += wei;
  }
  for (const work of works) {
    work.upstream.sort(byWeight);
    work.citedBy.sort(byWeight);
  }
  return { works, byId, edges: [...edges.values()], isWhole };
}

const keyOf = (from: string, to: string): string => `${from} ${to}`;

const byWeight = (a: Edge, b: Edge): number => b.weight - a.weight || a.from.number - b.from.number;

const toWork = ({ amount, ...row }: WorkRow, index: number): Work => ({
  ...{ index, id: row.id, number: row.number, title: row.title, phase: row.phase, level: row.level },
  ...{ minted: BigInt(amount), received: 0n, given: 0n, upstream: [], citedBy: [] },
});

/** How far a work is, as far as money is concerned. */
export const STATES = ["paid", "open", "unpaid"] as const;
export type State = (typeof STATES)[number];

export function stateOf(phase: Phase): State {
  if (phase === "Settled") return "paid";
  return phase === "Rejected" || phase === "Void" ? "unpaid" : "open";
}
