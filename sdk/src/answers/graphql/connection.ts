import { compare } from "../compare.ts";
import { type Examiner, FEW, LIMIT, type List, type Row } from "../Examiner.ts";
import { by } from "../facts.ts";
import { labelOf, query } from "./query.ts";
import { project, select, type TypeName } from "./select.ts";

/** A list to its end, each page as of its own block. */
export async function connection<item>(
  examiner: Examiner,
  field: string,
  filter: string,
  type: TypeName,
  { rows, order }: List<item>,
): Promise<void> {
  let last: Row<item>["key"] | undefined;
  for (let after: string | null = null, isFirst = true; ; isFirst = false) {
    const page: string = pageOf(
      filter,
      `first: ${LIMIT}`,
      after === null ? "" : `after: ${JSON.stringify(after)}`,
    );
    const { at, result } = await query(examiner, `${field}(${page})`, selectionOf(type));
    const all = await rows(at);
    const before = last;
    const left = before === undefined ? all : all.filter(({ key }) => order(key, before) > 0);
    const some = left.slice(0, LIMIT);
    const nodes = await Promise.all(some.map((row) => row.expect()));
    const cursors = cursorsIn(result);
    const more = { hasNextPage: left.length > LIMIT, hasPreviousPage: !isFirst };
    const expected = connectionOf(type, nodes, cursors, more);
    const label = labelOf(`${field}(${page})`);
    compare(label, { result }, { result: expected }, examiner.tallyOf(`GraphQL ${type}Connection`));
    last = some.at(-1)?.key;
    after = cursors.at(-1) ?? null;
    if (left.length <= LIMIT || after === null) break;
  }
  await backwards(examiner, { field, filter, type, rows, order });
}

/** What is asked of a list. */
interface Listed<item> extends List<item> {
  readonly field: string;
  readonly filter: string;
  readonly type: TypeName;
}

/** The last few rows of a list, and the few before those. */
async function backwards<item>(
  examiner: Examiner,
  { field, filter, type, rows, order }: Listed<item>,
): Promise<void> {
  let first: Row<item>["key"] | undefined;
  for (let before: string | null = null, isLast = true; ; isLast = false) {
    const page: string = pageOf(
      filter,
      `last: ${FEW}`,
      before === null ? "" : `before: ${JSON.stringify(before)}`,
    );
    const { at, result } = await query(examiner, `${field}(${page})`, selectionOf(type));
    const all = await rows(at);
    const after = first;
    const left = after === undefined ? all : all.filter(({ key }) => order(key, after) < 0);
    const some = left.slice(-FEW);
    const nodes = await Promise.all(some.map((row) => row.expect()));
    const cursors = cursorsIn(result);
    const more = { hasNextPage: !isLast, hasPreviousPage: left.length > FEW };
    const expected = connectionOf(type, nodes, cursors, more);
    const label = labelOf(`${field}(${page})`);
    compare(label, { result }, { result: expected }, examiner.tallyOf(`GraphQL ${type}Connection`));
    first = some[0]?.key;
    before = cursors[0] ?? null;
    if (!isLast || left.length <= FEW || before === null) return;
  }
}

const pageOf = (...parts: readonly string[]): string => parts.filter(Boolean).join(", ");

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
