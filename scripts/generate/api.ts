import { readFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { ROOT } from "./artifacts.ts";
import { GenerateError } from "./GenerateError.ts";

const FILE = join(ROOT, "api", "openapi.json");

/** Types of the API's paths, parameters and answers, from its committed OpenAPI document. */
export async function generateApi(): Promise<string> {
  const document: OpenAPI3 = JSON.parse(readFileSync(FILE, "utf8"));
  try {
    return astToString(await openapiTS(document, { alphabetize: true }));
  } catch (cause) {
    throw new GenerateError(`api/openapi.json is not an OpenAPI document: ${cause}.`, { cause });
  }
}
