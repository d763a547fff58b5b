import type { Contribution } from "#lib/api/types.ts";

/** A page of the list, as the API answers it. */
export interface Page {
  items: readonly Contribution[];
  /** Where the next one begins. */
  next: string | null;
}

/** What is loaded of the list, from the end of the page's own rows on. */
export interface Loaded {
  works: readonly Contribution[];
  next: string | null;
  /** Where each page begins, so that it can be asked for again: its first row's place, and the cursor that leads to it. */
  pages: readonly { from: number; cursor: string }[];
}

export const NOTHING_LOADED: Loaded = { works: [], next: null, pages: [] };

/** With the page that a cursor leads to at the end. Cursors go on after a row, so none comes twice. */
export const withNext = ({ works, pages }: Loaded, cursor: string, { items, next }: Page): Loaded => ({
  works: works.concat(items),
  next,
  pages: [...pages, { from: works.length, cursor }],
});

/** With what is known anew of the rows of a page. Of a hundred thousand rows only these are gone through. */
export function withNews(loaded: Loaded, cursor: string, { items }: Page): Loaded {
  const at = loaded.pages.findIndex((page) => page.cursor === cursor);
  const { from } = loaded.pages[at] ?? { from: loaded.works.length };
  const { from: to } = loaded.pages[at + 1] ?? { from: loaded.works.length };
  const news = new Map(items.map((work) => [work.id, work]));
  const works = loaded.works.slice();
  for (const [place, work] of works.slice(from, to).entries())
    works[from + place] = news.get(work.id) ?? work;
  return { ...loaded, works };
}

/**
 * With what stands between the page's own rows, of which some were pushed out by new ones, and those loaded before. If that is
 * more than a page, it begins anew there.
 */
export function withPushed(loaded: Loaded, cursor: string, page: Page): Loaded {
  const [first] = loaded.works;
  const between = page.items.findIndex(({ id }) => id === first?.id);
  if (between < 0) return withNext(NOTHING_LOADED, cursor, page);
  if (between === 0) return loaded;
  const pages = loaded.pages.map(({ from, ...rest }) => ({ ...rest, from: from + between }));
  return {
    works: page.items.slice(0, between).concat(loaded.works),
    next: loaded.next,
    pages: [{ from: 0, cursor }, ...pages],
  };
}

/** The cursor of the page in which a row stands. */
export const cursorOf = ({ pages }: Loaded, place: number): string | undefined =>
  pages.findLast(({ from }) => from <= place)?.cursor;
