import { OpenAPIHono } from "@hono/zod-openapi";
import type { ZodError } from "zod";
import { ProblemError } from "./errors.ts";

/** A set of routes whose input is checked against their schemas. */
export function createRouter(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.target, result.error);
    },
  });
}

function invalid(target: string, error: ZodError): ProblemError {
  const errors = error.issues.map(({ path, message }) => ({ path: [target, ...path].join("."), message }));
  const sentence = errors.map(({ path, message }) => `${path} ${message}`).join("; ");
  return new ProblemError(400, `The request does not fit: ${sentence}.`, { errors });
}
