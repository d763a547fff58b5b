import type { paths } from "../generated/api.ts";
import type { Examiner } from "./Examiner.ts";
import { examineContribution, examineContributions } from "./examineContributions.ts";

/** A path of the API's description. */
export type Route = keyof paths;

type Examine = (examiner: Examiner) => Promise<void>;

/** What holds each route to the chain, or why nothing can: a new one without its place here does not compile. */
const ROUTES = {
  "/v1/contributions": examineContributions,
  "/v1/contributions/{id}": examineContribution,
} as const satisfies Partial<Record<Route, Examine | string>>;

export const EXAMINERS = Object.entries(ROUTES) as [Route, Examine | string][];
