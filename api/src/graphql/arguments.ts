import type { ZodType } from "zod";
import { ProblemError } from "../http/errors.ts";

/** Checks the arguments of a list by the schema that REST checks its query with. Null means the same as not given. */
export function readArguments<output>(schema: ZodType<output>, values: Record<string, unknown>): output {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const faults = error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  throw new ProblemError(400, `The arguments do not fit: ${faults.join("; ")}.`);
}
