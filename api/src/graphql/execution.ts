import {
  type ExecutionArgs,
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  Kind,
} from "graphql";
import type { Snapshot, Wait } from "../database/IndexReader.ts";
import type { RequestContext } from "./builder.ts";
import { measureOperation, type Size } from "./limits.ts";

/** What a request brings along from HTTP, and takes back there. */
export interface Exchange {
  wait: Wait;
  /** What came by POST. */
  body: Uint8Array | undefined;
  /** Whether it is answered as server-sent events. */
  isStream: boolean;
  /** As of when the answer will be. @throws NotModified if the caller has it already */
  readsFrom(snapshot: Snapshot): void;
  /** The answer has no error, so that it follows from the snapshot alone. */
  succeeded(snapshot: Snapshot): void;
}

/** A connection takes one query at a time, while fields of one level ask all at once. */
export function inTurn(snapshot: Snapshot): RequestContext["ask"] {
  let turn: Promise<unknown> = Promise.resolve();
  return (question) => {
    const answer = turn.then(() => question(snapshot));
    turn = answer.catch(() => undefined);
    return answer;
  };
}

/** What an operation may cost; nothing where execution says what is wrong with it. */
export function measure({
  schema,
  document,
  operationName,
  variableValues,
}: Omit<ExecutionArgs, "contextValue">): Size {
  const operation = getOperationAST(document, operationName);
  if (!operation) return { depth: 0, cost: 0, aliases: 0 };
  const fragments = document.definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  const { coerced = {} } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variableValues ?? {},
  );
  const named = new Map(fragments.map((each) => [each.name.value, each]));
  return measureOperation(schema, operation, named, coerced);
}
