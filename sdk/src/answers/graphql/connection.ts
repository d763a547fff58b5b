import { compare } from "../compare.ts";
import { type Examiner, FEW, LIMIT, type List, type Row } from "../Examiner.ts";
import { by } from "../facts.ts";
import { labelOf, query } from "./query.ts";
import { project, select, type TypeName } from "./select.ts";

/** A list to its end, each page as of its own block; and its last few rows, with the few before those. */
export async function connection<item>(
  examiner: Examiner,
  field: string,
  filter: string,
  type: TypeName,
  list: List<item>,
): Promise<void> {
  const listed = { field, filter, type, ...list };
  let page = await pageOf(examiner, listed, FORWARDS);
  while (page.isMore) page = await pageOf(examiner, listed, FORWARDS, page);
  page = await pageOf(examiner, listed, BACKWARDS);
  if (page.isMore) await pageOf(examiner, listed, BACKWARDS, page);
}

/** What is asked of a list. */
interface Listed<item> extends List<item> {
  readonly field: string;
  readonly filter: string;
  readonly type: TypeName;
}

const FORWARDS = { count: "first", from: "after", limit: LIMIT, sign: 1 } as const;
const BACKWARDS = { count: "last", from: "before", limit: FEW, sign: -1 } as const;

/** Where a page ends, on the way on which it was asked for. */
interface Page {
  readonly key: Row<unknown>["key"] | undefined;
  readonly cursor: string | null;
  readonly isMore: boolean;
}

/** The rows beyond those of a page, or the outermost ones. */
async function pageOf<item>(
  examiner: Examiner,
  { field, filter, type, rows, order }: Listed<item>,
  { count, from, limit, sign }: typeof FORWARDS | typeof BACKWARDS,
  { key: end, cursor }: Partial<Page> = {},
): Promise<Page> {
  const parts = [filter, `${count}: ${limit}`, cursor == null ? "" : `${from}: ${JSON.stringify(cursor)}`];
  const asked = `${field}(${parts.filter(Boolean).join(", ")})`;
  const { at, result } = await query(examiner, asked, selectionOf(type));
  const all = await rows(at);
  const left = end === undefined ? all : all.filter(({ key }) => sign * order(key, end) > 0);
  const some = sign > 0 ? left.slice(0, limit) : left.slice(-limit);
  const nodes = await Promise.all(some.map((row) => row.expect()));
  const cursors = cursorsIn(result);
  const isBeyond = end !== undefined;
  const isMore = left.length > limit;
  const more =
    sign > 0
      ? { hasNextPage: isMore, hasPreviousPage: isBeyond }
      : { hasNextPage: isBeyond, hasPreviousPage: isMore };
  const expected = connectionOf(type, nodes, cursors, more);
  compare(labelOf(asked), { result }, { result: expected }, examiner.tallyOf(`GraphQL ${type}Connection`));
  const last = sign > 0 ? -1 : 0;
  const next = cursors.at(last) ?? null;
  return { key: some.at(last)?.key, cursor: next, isMore: isMore && next !== null };
}

const selectionOf = (type: TypeName): string =>
  `{ edges { cursor node ${select(type, true)} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;

function connectionOf(
  type: TypeName,
  nodes: readonly unknown[],
  cursors: readonly string[],
  more: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean },
) {
  return {
    edges: nodes.map((node, i) => ({
      cursor: by("where it leads", cursors[i] ?? "a cursor"),
      node: project(type, node, true),
    })),
    pageInfo: by("the rows of the list", {
      ...more,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    }),
  };
}

function cursorsIn(said: unknown): string[] {
  const { edges } = Object(said);
  const all: unknown[] = Array.isArray(edges) ? edges : [];
  return all
    .map((edge) => Object(edge).cursor)
    .filter((cursor) => typeof cursor === "string" && cursor !== "");
}
