import { BYTES32, one, type SearchParams } from "#lib/url/query.ts";

/** More would not be seen side by side. */
export const MOST = 4;

export interface CompareQuery {
  /** Works to compare, each once. */
  ids: readonly string[];
  /** By which another one is looked for. */
  q: string | undefined;
}

const MAX_WORDS = 100;

/** Reads an address: `ids=a,b`, or `ids=a&ids=b` as a form of check boxes sends it. */
export function parseCompareQuery(params: SearchParams): CompareQuery {
  const given = [params.ids ?? []].flat().flatMap((ids) => ids.split(","));
  const ids = given.map((id) => id.trim().toLowerCase()).filter((id) => BYTES32.test(id));
  return {
    ids: [...new Set(ids)].slice(0, MOST),
    q: one(params, "q")?.trim().slice(0, MAX_WORDS) || undefined,
  };
}

/** The address of a comparison. */
export function compareHref(ids: readonly string[]): string {
  return ids.length === 0 ? "/contributions/compare" : `/contributions/compare?ids=${ids.join(",")}`;
}
