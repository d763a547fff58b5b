import { isBytes32 } from "@azora/sdk";
import { type Api, ApiProblem, type Schemas, unwrap } from "@azora/sdk/api";

export type Found = Pick<Schemas["Contribution"], "id" | "number" | "title" | "phase">;

const LIMIT = 8;
/** What may be cited: it was finalized with a level of 1 or more. */
const ACCEPTED = ["Accepted", "Settled"] as const;

const isAccepted = ({ phase }: Found): boolean => phase === "Accepted" || phase === "Settled";

/** Accepted works with these words in their title, the newest first; or the one with this id. */
export async function searchWorks(api: Api, words: string, signal: AbortSignal): Promise<Found[]> {
  const text = words.trim();
  if (text === "") return [];
  if (isBytes32(text)) return (await findWork(api, text.toLowerCase(), signal)).filter(isAccepted);
  const pages = await Promise.all(
    ACCEPTED.map((phase) =>
      unwrap(
        api.GET("/v1/contributions", {
          params: { query: { q: text.slice(0, 100), phase, limit: LIMIT } },
          signal,
        }),
      ),
    ),
  );
  return pages
    .flatMap(({ items }) => items)
    .sort((a, b) => b.number - a.number)
    .slice(0, LIMIT);
}

async function findWork(api: Api, id: string, signal: AbortSignal): Promise<Found[]> {
  try {
    const { contribution } = await unwrap(
      api.GET("/v1/contributions/{id}", { params: { path: { id } }, signal }),
    );
    return [contribution];
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return [];
    throw error;
  }
}
