import { type Graph, stateOf, type Work } from "./graph.ts";
import type { GraphQuery } from "./query.ts";

type Order = GraphQuery["order"];

const descending = (a: bigint | number, b: bigint | number): number => (b > a ? 1 : b < a ? -1 : 0);

const COMPARE: Record<Order, (a: Work, b: Work) => number> = {
  cited: (a, b) => descending(a.citedBy.length, b.citedBy.length),
  received: (a, b) => descending(a.received, b.received),
  minted: (a, b) => descending(a.minted, b.minted),
  newest: (a, b) => descending(a.number, b.number),
  oldest: (a, b) => descending(b.number, a.number),
};

/** The works that a query asks for, in its order. */
export function chooseWorks({ works }: Graph, { q, state, order }: GraphQuery): Work[] {
  const isWanted = matcherOf(q);
  return works
    .filter((work) => (state === undefined || stateOf(work.phase) === state) && isWanted(work))
    .sort((a, b) => COMPARE[order](a, b) || a.number - b.number);
}

/** By its number, or by words, each of which begins one of the title, as in the list of contributions. */
export function matcherOf(q: string | undefined): (work: Pick<Work, "number" | "title">) => boolean {
  if (q === undefined) return () => true;
  const wanted = wordsOf(q);
  if (wanted.length === 0) return () => false;
  return ({ number, title }) => {
    if (wanted.length === 1 && wanted[0] === String(number)) return true;
    const words = wordsOf(title ?? "");
    return wanted.every((each) => words.some((word) => word.startsWith(each)));
  };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** A page of a list; a number beyond the last is taken for the last. */
export function pageOf<Item>(items: readonly Item[], page: number, size: number) {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const shown = Math.min(page, pages);
  return { page: shown, pages, items: items.slice((shown - 1) * size, shown * size) };
}
