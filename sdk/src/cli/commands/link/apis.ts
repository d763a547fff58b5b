import { type Api, ApiProblem, createApi, type Schemas, unwrap } from "../../../api/index.ts";
import type { Network } from "../../../files/index.ts";
import { RefusedError, UsageError } from "../../exit.ts";
import type { ApiFlags } from "../link.ts";

export type StoredClaim = Schemas["Claim"];
export type Verdict = Schemas["ClaimVerdict"];

/** The APIs that attestors read, which were named, or the network's own. */
export function apisOf({ apiUrl }: Network, { api = [] }: ApiFlags): { url: string; api: Api }[] {
  const urls = api.length > 0 ? api : apiUrl === undefined ? [] : [apiUrl];
  if (urls.length === 0)
    throw new UsageError("This network has no API: say which attestors read, with --api URL.");
  for (const url of urls)
    if (!URL.canParse(url))
      throw new UsageError(`--api "${url}" is not an address such as https://api.example.org.`);
  return urls.map((url) => ({ url, api: createApi(url) }));
}

/** What an API has of a claim; undefined if it has nothing. */
export async function claimAt(api: Api, id: string): Promise<StoredClaim | undefined> {
  try {
    return await unwrap(api.GET("/v1/claims/{id}", { params: { path: { id } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw said(error);
  }
}

/** A refusal of an API in its own words; that it cannot be reached, in ours. */
export function said(error: unknown): unknown {
  if (error instanceof ApiProblem) return new RefusedError(error.message, { cause: error });
  if (error instanceof TypeError) return new RefusedError("The API cannot be reached.", { cause: error });
  return error;
}

export const verdictLines = (verdicts: readonly Verdict[]): string[] =>
  verdicts.map(
    ({ attestor, proven, sentences }) =>
      `  ${attestor} ${proven ? "attests" : "refuses"}: ${sentences.join(" ")}`,
  );
