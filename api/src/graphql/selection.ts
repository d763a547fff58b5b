import { type FragmentDefinitionNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from "graphql";

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** By the field's node: a document that is asked again and again is parsed once. */
const known = new WeakMap<object, ReadonlySet<string>>();

/**
 * Names of the fields that are selected below a field at the end of a path, whatever they are called in the answer. Those
 * of fragments that do not apply and of fields that are left out are among them: it is for what has to be read at most.
 */
export function selectedBelow(
  { fieldNodes, fragments }: Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">,
  path: readonly string[],
): ReadonlySet<string> {
  // Of several, which are merged, another operation may have others.
  const only = fieldNodes.length === 1 ? fieldNodes[0] : undefined;
  const before = only && known.get(only);
  if (before !== undefined) return before;
  let sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  for (const name of path)
    sets = sets.flatMap((set) =>
      fieldsOf(set, fragments).flatMap((field) =>
        field.name.value === name ? (field.selectionSet ?? []) : [],
      ),
    );
  const names = new Set(sets.flatMap((set) => fieldsOf(set, fragments).map(({ name }) => name.value)));
  if (only !== undefined) known.set(only, names);
  return names;
}

/** Validation has refused unknown fragments and cycles already. */
function fieldsOf({ selections }: SelectionSetNode, fragments: Fragments): FieldsOf {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection;
    const { selectionSet } =
      selection.kind === Kind.FRAGMENT_SPREAD ? (fragments[selection.name.value] ?? NOTHING) : selection;
    return selectionSet === undefined ? [] : fieldsOf(selectionSet, fragments);
  });
}

const NOTHING = { selectionSet: undefined };

type FieldsOf = Extract<SelectionSetNode["selections"][number], { kind: Kind.FIELD }>[];
