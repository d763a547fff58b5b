import { ApiProblem } from "@azora/sdk/api";

/** Why the API gave nothing: it is away, its index is behind, there is no such thing, or it refuses. */
export type ApiTrouble = "away" | "lagging" | "missing" | "refused";

const TROUBLES: Readonly<Record<number, ApiTrouble>> = {
  404: "missing",
  502: "away",
  503: "away",
  504: "lagging",
};

/** What an error of a call to the API says about the API. A call that was never answered has no problem to tell. */
export function troubleOf(error: unknown): ApiTrouble {
  return error instanceof ApiProblem ? (TROUBLES[error.status] ?? "refused") : "away";
}
