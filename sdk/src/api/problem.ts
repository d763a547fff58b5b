import type { Schemas } from "./client.ts";

/** A refusal of the gateway, in its own words. */
export class ApiProblem extends Error {
  override name = "ApiProblem";
  readonly problem: Schemas["Problem"];

  constructor(problem: Schemas["Problem"]) {
    super(problem.detail);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

interface Answer<data> {
  data?: data;
  error?: unknown;
  response: Response;
}

/**
 * The data of an answer: `await unwrap(api.GET("/v1/head"))`.
 * @throws ApiProblem if the gateway refused
 */
export async function unwrap<data>(asked: Promise<Answer<data>>): Promise<data> {
  const { data, error, response } = await asked;
  if (data !== undefined) return data;
  throw new ApiProblem(isProblem(error) ? error : madeUp(response));
}

/** The refusal that a response is. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  return new ApiProblem(isProblem(body) ? body : madeUp(response));
}

function isProblem(error: unknown): error is Schemas["Problem"] {
  return typeof error === "object" && error !== null && "detail" in error && "status" in error;
}

/** What stands between the gateway and us, such as a proxy, has forms of its own. */
function madeUp({ status, statusText }: Response): Schemas["Problem"] {
  const title = statusText || "Unexpected answer";
  return { type: "about:blank", title, status, detail: `The gateway answered ${status} ${title}.` };
}
