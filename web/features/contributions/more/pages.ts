import type { Contribution } from "#lib/api/types.ts";

/** A page of the list, as the API answers it. */
export interface Page {
  items: readonly Contribution[];
  /** Where the next one begins. */
  next: string | null;
}

/** One page of what is loaded. */
interface Part {
  /** The place of its first row. */
  from: number;
  length: number;
  /** Leads to it, so that it can be asked for again. */
  cursor: string;
  /** Undefined once it was let go. */
  works: readonly Contribution[] | undefined;
}

/** What is known of the list, from the end of the page's own rows on. */
export interface Loaded {
  parts: readonly Part[];
  /** Of rows, those that were let go included. */
  count: number;
  next: string | null;
}

export const NOTHING_LOADED: Loaded = { parts: [], count: 0, next: null };

/** Rows that far from those in sight are let go: a hundred thousand would be gone through with each collection of garbage. */
const KEPT = 1_000;

const partOf = (cursor: string, { items }: Page): Omit<Part, "from"> => ({
  cursor,
  length: items.length,
  works: items,
});

function placed(parts: readonly Omit<Part, "from">[], next: string | null): Loaded {
  let count = 0;
  const at = (part: Omit<Part, "from">): Part => {
    const from = count;
    count += part.length;
    return { ...part, from };
  };
  return { parts: parts.map(at), count, next };
}

/** With the page that a cursor leads to at the end. Cursors go on after a row, so none comes twice. */
export const withNext = ({ parts, count }: Loaded, cursor: string, page: Page): Loaded => ({
  parts: [...parts, { ...partOf(cursor, page), from: count }],
  count: count + page.items.length,
  next: page.next,
});

/** With a page that was let go, as it is now. */
export function withNews(loaded: Loaded, cursor: string, page: Page): Loaded {
  const parts = loaded.parts.map((part) => (part.cursor === cursor ? partOf(cursor, page) : part));
  return placed(parts, loaded.next);
}

/**
 * With what stands between the page's own rows, of which some were pushed out by new ones, and those loaded before. If that is
 * more than a page, it begins anew there.
 * @param first the first of the rows loaded before
 */
export function withPushed(loaded: Loaded, cursor: string, page: Page, first: string | undefined): Loaded {
  const between = page.items.findIndex(({ id }) => id === first);
  if (between < 0) return withNext(NOTHING_LOADED, cursor, page);
  if (between === 0) return loaded;
  const pushed = partOf(cursor, { ...page, items: page.items.slice(0, between) });
  return placed([pushed, ...loaded.parts], loaded.next);
}

/** Without the rows of pages that are far from those in sight. */
export function withoutFar(loaded: Loaded, from: number, to: number): Loaded {
  const isFar = (part: Part) => part.from > to + KEPT || part.from + part.length < from - KEPT;
  if (!loaded.parts.some((part) => part.works !== undefined && isFar(part))) return loaded;
  const parts = loaded.parts.map((part) => (isFar(part) ? { ...part, works: undefined } : part));
  return { ...loaded, parts };
}

/** The page in which a row stands. */
export const partAt = ({ parts }: Loaded, place: number): Part | undefined =>
  parts.findLast(({ from }) => from <= place);

/** The first page with rows from one place up to another that were let go. */
export const missingIn = ({ parts }: Loaded, start: number, end: number): Part | undefined =>
  parts.find(({ from, length, works }) => works === undefined && from < end && from + length > start);

/** What stands from one place up to another; undefined is what was let go. */
export function worksIn(loaded: Loaded, start: number, end: number): (Contribution | undefined)[] {
  let part = partAt(loaded, start);
  return Array.from({ length: Math.max(0, Math.min(end, loaded.count) - start) }, (_, n) => {
    const place = start + n;
    if (part !== undefined && place >= part.from + part.length) part = partAt(loaded, place);
    return part?.works?.[place - part.from];
  });
}
