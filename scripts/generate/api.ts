import { readFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { z } from "zod";
import { ROOT } from "./artifacts.ts";
import { GenerateError } from "./GenerateError.ts";

const FILE = join(ROOT, "api", "openapi.json");

/** Types of the API's paths, parameters and answers, from its committed OpenAPI document. */
export async function generateApi(): Promise<string> {
  const document: OpenAPI3 = JSON.parse(readFileSync(FILE, "utf8"), wholeAnswers);
  try {
    return astToString(await openapiTS(document, { alphabetize: true }));
  } catch (cause) {
    throw new GenerateError(`api/openapi.json is not an OpenAPI document: ${cause}.`, { cause });
  }
}

/**
 * An operation that takes `fields` answers a whole or any part of it, of which types can say nothing that is of use. So the
 * client asks for wholes, and has no such parameter.
 */
function wholeAnswers(_: string, value: unknown): unknown {
  const operation = sparseOperation.safeParse(value).data;
  if (operation === undefined) return value;
  const {
    parameters,
    responses: {
      200: { content, ...found },
      ...others
    },
    ...rest
  } = operation;
  const [schema] = content["application/json"].schema.anyOf;
  return {
    ...rest,
    parameters: parameters.filter(({ name }) => name !== "fields"),
    responses: { 200: { ...found, content: { "application/json": { schema } } }, ...others },
  };
}

const sparseOperation = z.looseObject({
  parameters: z
    .array(z.looseObject({ name: z.string() }))
    .refine((given) => given.some(({ name }) => name === "fields")),
  responses: z.looseObject({
    200: z.looseObject({
      content: z.object({
        "application/json": z.object({ schema: z.object({ anyOf: z.array(z.unknown()) }) }),
      }),
    }),
  }),
});
