import { type GraphQLField, type GraphQLSchema, SchemaMetaFieldDef, TypeMetaFieldDef } from "graphql";

/** Fields of the root that no schema lists, and that lead to its description. */
const ROOTS: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  [SchemaMetaFieldDef.name]: SchemaMetaFieldDef,
  [TypeMetaFieldDef.name]: TypeMetaFieldDef,
};

/** What lists of a description hold on the average type of ours: many types are scalars, and most fields take nothing. */
const LISTS: Readonly<Record<string, number>> = {
  fields: 5,
  args: 1,
  inputFields: 1,
  interfaces: 1,
  possibleTypes: 1,
  enumValues: 2,
  directives: 6,
  locations: 3,
};

/** `__schema` or `__type`, which stand beside the fields of the root only: validation refuses them elsewhere. */
export const introspectionRoot = (name: string): GraphQLField<unknown, unknown> | undefined => ROOTS[name];

/** How long a list of a description is taken to be; nothing for a field of any other type. */
export function describedSize(schema: GraphQLSchema, parent: string, field: string): number | undefined {
  if (!parent.startsWith("__")) return undefined;
  return field === "types" ? Object.keys(schema.getTypeMap()).length : LISTS[field];
}

/** Takes off a "list of" or "not null" of a type, as no type has without end: tools spell nine such steps to be safe. */
export const isUnwrapping = (parent: string, field: string): boolean =>
  parent === "__Type" && field === "ofType";
