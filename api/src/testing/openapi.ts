import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { z } from "zod";
import { contract } from "../contract/index.ts";

const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean().default(false),
  schema: z.record(z.string(), z.unknown()),
});

const contentSchema = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));

const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema.optional() })),
});

export type Parameter = z.infer<typeof parameterSchema>;

/** What tests need to know of a schema to make values that fit. */
const shapeSchema = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  items: z.object({ enum: z.array(z.string()) }).optional(),
  pattern: z.string().optional(),
  minimum: z.number().default(0),
  maximum: z.number().default(Number.MAX_SAFE_INTEGER),
});
export type Operation = z.infer<typeof operationSchema> & { method: string; path: string };

const text = contract()["api/openapi.json"] ?? "";
export const description: {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, unknown> };
} = JSON.parse(text);

/** The schema of a parameter, which may be one that others share. */
export function shapeOf({ schema: { $ref, ...schema } }: Parameter): z.infer<typeof shapeSchema> {
  const name = typeof $ref === "string" ? $ref.replace("#/components/schemas/", "") : undefined;
  return shapeSchema.parse(name === undefined ? schema : description.components.schemas[name]);
}

/** A stream has no end, so no answer that could be looked at whole: its own tests ask for it. */
const STREAMS = new Set(["/v1/events"]);

/** Each operation that the API documents and that answers with a whole. */
export const operations: readonly Operation[] = Object.entries(description.paths)
  .filter(([path]) => !STREAMS.has(path))
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operationSchema.parse(operation),
      method: method.toUpperCase(),
      path,
    })),
  );

// OpenAPI adds words of its own to JSON Schema, such as `example`.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(description, "api");

const pointer = (...parts: string[]) =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");

const compiled = new Map<string, ValidateFunction>();

/** Checks what stands somewhere in the description as a schema. */
function validate(at: string, value: unknown): string[] {
  const check = compiled.get(at) ?? ajv.compile({ $ref: `api#${at}` });
  compiled.set(at, check);
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What a value of a parameter has that the description does not allow. */
export function faultsOfParameter({ method, path }: Operation, index: number, value: unknown): string[] {
  return validate(
    `/paths${pointer(path, method.toLowerCase(), "parameters", String(index), "schema")}`,
    value,
  );
}

/** What an answer has that the description does not allow. */
export async function faultsOfAnswer(operation: Operation, response: Response): Promise<string[]> {
  const { method, path, responses } = operation;
  const status = String(response.status);
  const documented = responses[status];
  if (documented === undefined) return [`status ${status} is not documented: ${await response.text()}`];
  const body = await response.text();
  if (documented.content === undefined)
    return body === "" ? [] : [`status ${status} has a body that is not documented`];
  const type = response.headers.get("content-type")?.replace(/;.*/, "") ?? "";
  if (!(type in documented.content))
    return [`status ${status} has the type ${type}, which is not documented`];
  if (!/[/+]json$/.test(type)) return [];
  return validate(
    `/paths${pointer(path, method.toLowerCase(), "responses", status, "content", type, "schema")}`,
    JSON.parse(body),
  );
}
