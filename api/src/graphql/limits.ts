import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { MAX_LIMIT } from "../http/queries.ts";
import { describedSize, introspectionRoot, isUnwrapping } from "./introspection.ts";

/** Levels of fields. */
export const MAX_DEPTH = 12;
/** Fields under another name, which is how one asks for the same thing many times. */
export const MAX_ALIASES = 30;
/** Values in the answer at the most: about a quarter of a second of work. */
export const MAX_COST = 50_000;
/** The same of what is answered again and again. */
export const MAX_LIVE_COST = 5_000;

/** What a value of the schema's own description weighs: it comes from memory, and asks nothing of the database. */
const DESCRIBED = 0.5;

/** What a list is taken to hold if neither `first` nor an extension `size` says so. */
const LIST = 30;

export interface Size {
  depth: number;
  cost: number;
  aliases: number;
}

/** As graphql-js coerced them, defaults included. */
type Variables = Readonly<Record<string, unknown>>;

/**
 * Measures what an operation may cost at the most, before anything of it is read: each field counts one, or what it says
 * that it weighs, and what a list holds counts as often as its `first` says. Fragments are measured once each, however often
 * they are spread, so that measuring costs no more than reading the document. The schema's own description counts half.
 */
export function measureOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Variables,
): Size {
  const measured = new Map<string, Size>();
  const root = schema.getRootType(operation.operation);
  return root ? measureSelections(operation.selectionSet, root) : NOTHING;

  function measureSelections({ selections }: SelectionSetNode, type: GraphQLCompositeType): Size {
    return selections.map((selection) => measureSelection(selection, type)).reduce(add, NOTHING);
  }

  function measureSelection(
    selection: SelectionSetNode["selections"][number],
    type: GraphQLCompositeType,
  ): Size {
    switch (selection.kind) {
      case Kind.FIELD:
        return measureField(selection, type);
      case Kind.INLINE_FRAGMENT:
        return measureSelections(
          selection.selectionSet,
          namedType(selection.typeCondition?.name.value) ?? type,
        );
      case Kind.FRAGMENT_SPREAD:
        return measureFragment(selection.name.value);
    }
  }

  function measureFragment(name: string): Size {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    const type = namedType(fragment?.typeCondition.name.value);
    // Validation has refused unknown fragments and cycles already.
    const size = fragment && type ? measureSelections(fragment.selectionSet, type) : NOTHING;
    measured.set(name, size);
    return size;
  }

  function measureField(node: FieldNode, parent: GraphQLCompositeType): Size {
    const aliases = node.alias ? 1 : 0;
    const name = node.name.value;
    const described = introspectionRoot(name);
    const field = fieldOf(parent, name) ?? described;
    // `__typename`, as validation has refused what no type has.
    if (!field) return { depth: 0, cost: 1, aliases };
    const type = getNamedType(field.type);
    const inner =
      node.selectionSet && isCompositeType(type) ? measureSelections(node.selectionSet, type) : NOTHING;
    const times = describedSize(schema, parent.name, name) ?? timesOf(field, node, variables);
    return {
      depth: inner.depth + (isUnwrapping(parent.name, name) ? 0 : 1),
      cost: (weightOf(field) + inner.cost * times) * (described ? DESCRIBED : 1),
      aliases: inner.aliases + aliases,
    };
  }

  function namedType(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

const NOTHING: Size = { depth: 0, cost: 0, aliases: 0 };

const add = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  cost: a.cost + b.cost,
  aliases: a.aliases + b.aliases,
});

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** What the field itself costs: one value, unless its extension `weight` says more. */
const weightOf = ({ extensions: { weight } }: GraphQLField<unknown, unknown>): number =>
  typeof weight === "number" ? weight : 1;

/** How many times what is below a field may be answered. */
function timesOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Variables): number {
  const [last, first] = ["last", "first"].map((name) => field.args.find((arg) => arg.name === name));
  if (first) return sizeOf((last && givenOf(last, node, variables)) ?? givenOf(first, node, variables));
  const { size } = field.extensions;
  if (typeof size === "number") return size;
  return isListType(isNonNullType(field.type) ? field.type.ofType : field.type) ? LIST : 1;
}

/** A negative one must not make up for others: it counts as one, and is refused later. */
const sizeOf = (value: unknown): number => (typeof value === "number" ? Math.max(1, value) : MAX_LIMIT);

function givenOf({ name, defaultValue }: GraphQLArgument, node: FieldNode, variables: Variables): unknown {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (given?.kind === Kind.INT) return Number(given.value);
  return given?.kind === Kind.VARIABLE ? (variables[given.name.value] ?? defaultValue) : defaultValue;
}

/** @throws GraphQLError that says which limit an operation is over, and what to do */
export function checkSize({ depth, cost, aliases }: Size, most = MAX_COST): void {
  if (depth > MAX_DEPTH) throw tooLarge(`goes ${depth} levels deep, of ${MAX_DEPTH} at most`);
  if (aliases > MAX_ALIASES) throw tooLarge(`has ${aliases} aliases, of ${MAX_ALIASES} at most`);
  if (cost > most)
    throw tooLarge(`may answer ${Math.ceil(cost)} values, of ${most} at most: ask for fewer with \`first\``);
}

const tooLarge = (what: string) =>
  new GraphQLError(`This query ${what}.`, {
    extensions: { code: "QUERY_TOO_LARGE", http: { status: 400 } },
  });
