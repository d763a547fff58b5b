import { z } from "zod";
import { ProblemError } from "./errors.ts";

/**
 * Where a page ends: the keys of its last row, in the order of the list. Opaque to callers, but no secret: what a forged one
 * says is checked like any other input, and leads to another place of the same public list.
 */
export interface Cursor<keys> {
  /** @throws ProblemError unless it has the form that `write` gives */
  read(text: string | undefined): keys | undefined;
  write(keys: keys): string;
}

/** @param list Names the list and its order, so that a cursor of another one is refused. */
export function cursorOf<keys>(list: string, schema: z.ZodType<keys>): Cursor<keys> {
  const form = z.tuple([z.literal(list), schema]);
  return {
    read: (text) => {
      if (text === undefined) return undefined;
      const { success, data } = form.safeParse(parseJson(text));
      if (success) return data[1];
      throw new ProblemError(400, "The request does not fit: query.cursor is not from this list.", {
        errors: [
          {
            path: "query.cursor",
            message: "must be the `next` of a page of the same list in the same order",
          },
        ],
      });
    },
    write: (keys) => Buffer.from(JSON.stringify([list, keys])).toString("base64url"),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return undefined;
  }
}

// Keys as they stand in cursors. Each fits the column that it is compared with.

export const wholeKey = z.int32().min(0);
export const amountKey = z.string().regex(/^\d{1,78}$/);
export const hexKey = z.templateLiteral(["0x", z.string().regex(/^[0-9a-f]+$/)]);

/** An item of a list, with the cursor of the place after it, which is written when it is asked for: mostly one of a page is. */
class Edge<row, item> {
  readonly node: item;
  readonly #row: row;
  readonly #toCursor: (row: row) => string;

  constructor(row: row, toItem: (row: row) => item, toCursor: (row: row) => string) {
    this.node = toItem(row);
    this.#row = row;
    this.#toCursor = toCursor;
  }

  get cursor(): string {
    return this.#toCursor(this.#row);
  }
}

/** A page of a list. */
export interface Listing<item> {
  edges: { readonly node: item; readonly cursor: string }[];
  /** Whether there is another page. */
  more: boolean;
}

/**
 * Makes a page of rows, of which one more than `limit` was read to see if there is another page.
 * @param backwards They were read from the cursor towards the list's beginning.
 */
export function listingOf<row, item>(
  rows: readonly row[],
  limit: number,
  toItem: (row: row) => item,
  toCursor: (row: row) => string,
  backwards = false,
): Listing<item> {
  const edges = rows.slice(0, limit).map((row) => new Edge(row, toItem, toCursor));
  return { edges: backwards ? edges.reverse() : edges, more: rows.length > limit };
}

/** A page as REST answers it. */
export function toPage<item>({ edges, more }: Listing<item>): { items: item[]; next: string | null } {
  return { items: edges.map(({ node }) => node), next: (more && edges.at(-1)?.cursor) || null };
}
