import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { isDatabaseAway } from "../database/troubles.ts";
import { logProblem } from "../log.ts";
import { ProblemError } from "./errors.ts";
import { PROBLEM_JSON } from "./problem.ts";

/** Every refusal and failure, in the one form that RFC 9457 gives them. */
export function answerError(error: Error, c: Context): Response {
  const problem = toProblemError(error);
  if (problem.status === 500)
    logProblem("failed to answer", error, { method: c.req.method, path: c.req.path });
  return c.body(JSON.stringify(problem.toProblem()), problem.status, { "Content-Type": PROBLEM_JSON });
}

function toProblemError(error: Error): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDatabaseAway(error)) return new ProblemError(503, "The database is away. Try again in a moment.");
  // Hono's own refusals, such as a body that is not what its header says.
  if (error instanceof HTTPException && error.status < 500) return new ProblemError(400, error.message);
  // What went wrong is for the log: it could name what is nobody's business.
  return new ProblemError(500, "Something went wrong here. It has been noted.");
}
