import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { isDatabaseAway, isIndexMissing } from "../database/troubles.ts";
import { logProblem } from "../log.ts";
import { NotModified } from "./caching.ts";
import { ProblemError } from "./errors.ts";
import { PROBLEM_JSON } from "./problem.ts";

/** Every refusal and failure, in the one form that RFC 9457 gives them. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof NotModified) return c.body(null, 304);
  const problem = toProblemError(error, { method: c.req.method, path: c.req.path });
  return c.body(JSON.stringify(problem.toProblem()), problem.status, { "Content-Type": PROBLEM_JSON });
}

/** What callers are told of an error. One that nobody foresaw is for the log: it could name what is nobody's business. */
export function toProblemError(error: unknown, facts: Record<string, unknown>): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isIndexMissing(error))
    return new ProblemError(503, "There is no index yet: it is being built. Try again in a moment.");
  if (isDatabaseAway(error)) return new ProblemError(503, "The database is away. Try again in a moment.");
  // Hono's own refusals, such as a body that is not what its header says.
  if (error instanceof HTTPException && error.status < 500) return new ProblemError(400, error.message);
  logProblem("failed to answer", error, facts);
  return new ProblemError(500, "Something went wrong here. It has been noted.");
}
