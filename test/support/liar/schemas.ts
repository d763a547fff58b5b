import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** As much of JSON Schema as the description of the API uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
}

const FILE = path.resolve(import.meta.dirname, "..", "..", "..", "api", "openapi.json");

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.custom<Schema>()) }),
});

const operationSchema = z.object({
  responses: z.object({
    200: z
      .object({
        headers: z.record(z.string(), z.unknown()).default({}),
        content: z.record(z.string(), z.object({ schema: z.custom<Schema>() })).default({}),
      })
      .optional(),
  }),
});

/** The description of the API. */
export const document = documentSchema.parse(JSON.parse(readFileSync(FILE, "utf8")));

/** What is read: each path with what its answers are made of, by the type of their content. */
export interface Read {
  readonly path: string;
  readonly headers: readonly string[];
  readonly content: ReadonlyMap<string, Schema>;
}

const reads: readonly Read[] = [
  ...Object.entries(document.paths).flatMap(([each, { get }]) => {
    const answer = get === undefined ? undefined : operationSchema.parse(get).responses[200];
    if (answer === undefined) return [];
    const content = Object.entries(answer.content).map(([type, { schema }]) => [type, schema] as const);
    return [{ path: each, headers: Object.keys(answer.headers), content: new Map(content) }];
  }),
];

/** A field of GraphQL's query, which describes itself. */
export const GRAPHQL = "/graphql ";

/** What is read of a route: nothing unless it is described. */
export const readOf = (route: string): Read | undefined =>
  route.startsWith(GRAPHQL)
    ? { path: route, headers: [], content: new Map() }
    : reads.find(({ path }) => path === route);

/** What a value looks like that nothing describes: as its own parts do. */
export function schemaOf(value: unknown): Schema {
  if (value === null) return { type: "string" };
  if (Array.isArray(value)) return { type: "array", items: value.length > 0 ? schemaOf(value[0]) : {} };
  if (typeof value !== "object") return { type: typeof value };
  const properties = Object.entries(value).map(([field, each]) => [field, schemaOf(each)] as const);
  return { type: "object", properties: Object.fromEntries(properties) };
}

/** Whether a question is one of a path. */
export function isOf(template: string, question: string): boolean {
  if (template.startsWith(GRAPHQL)) {
    const field = template.slice(GRAPHQL.length);
    return new RegExp(`result: ${field}\\b`).test(decodeURIComponent(question));
  }
  const [asked = ""] = question.split("?");
  // A path that is written out is not another one's parameter.
  if (asked !== template && reads.some(({ path }) => path === asked)) return false;
  const pattern = template.replace(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(asked);
}

/** With what it refers to, all of its parts taken together; whether it may be null is told apart. */
export function resolve(schema: Schema): { schema: Schema; nullable: boolean } {
  if (schema.$ref !== undefined) {
    const found = document.components.schemas[schema.$ref.replace("#/components/schemas/", "")];
    if (found === undefined) throw new Error(`There is no ${schema.$ref}.`);
    return resolve(found);
  }
  const some = schema.anyOf ?? schema.oneOf;
  if (some !== undefined) {
    const rest = some.filter(({ type }) => type !== "null");
    const [first] = rest;
    // Where fields may be left out of an answer, the whole one comes first.
    if (first === undefined || (rest.length > 1 && first.$ref === undefined))
      throw new Error("Alternatives are not known here.");
    const found = resolve(first);
    return { schema: found.schema, nullable: found.nullable || rest.length < some.length };
  }
  if (schema.allOf !== undefined) {
    const parts = schema.allOf.map(resolve);
    const properties = Object.assign({}, schema.properties, ...parts.map((part) => part.schema.properties));
    return {
      schema: { type: "object", properties },
      nullable: [schema.type].flat().includes("null") || parts.every((part) => part.nullable),
    };
  }
  const types = [schema.type].flat();
  const [type] = types.filter((each) => each !== "null");
  const { type: _, ...rest } = schema;
  return { schema: { ...rest, ...(type !== undefined && { type }) }, nullable: types.includes("null") };
}
