import { printSchema } from "graphql";
import { schema } from "../graphql/schema.ts";
import { openApiJson } from "./document.ts";

/** What is committed of the API for others to build on, as it follows from the code: content by path from the root. */
export const contract = (): Readonly<Record<string, string>> => ({
  "api/openapi.json": openApiJson(),
  "api/schema.graphql": `${printSchema(schema)}\n`,
});
