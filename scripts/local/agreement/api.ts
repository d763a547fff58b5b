import { unwrap } from "@azora/sdk/api";

const LIMIT = 100;

interface Page<item> {
  items: item[];
  next: string | null;
}

type Asked<data> = Parameters<typeof unwrap<data>>[0];

/** Every item of a list, page after page. @throws ApiProblem */
export async function all<item>(
  page: (query: { limit: number; cursor?: string }) => Asked<Page<item>>,
): Promise<item[]> {
  const items: item[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const found: Page<item> = await unwrap(page({ limit: LIMIT, ...(cursor !== undefined && { cursor }) }));
    items.push(...found.items);
    cursor = found.next;
  }
  return items;
}
