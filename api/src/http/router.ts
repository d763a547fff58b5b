import { OpenAPIHono } from "@hono/zod-openapi";
import { invalid } from "./errors.ts";

/** A set of routes whose input is checked against their schemas. */
export function createRouter(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.target, result.error);
    },
  });
}
