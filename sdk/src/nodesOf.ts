import { type AbiParameter, type Address, zeroAddress } from "viem";
import { NodeKind } from "./generated/enums.ts";
import { accountNode, isBytes32, type Node, nodeKind } from "./node.ts";

/** Names of 32 bytes that are nodes; others are hashes, which may look like one. */
const NODES = new Set(["contribution", "identity", "source", "subject", "node"]);
/** Addresses that take no part: tokens, and contracts that are called. */
const NO_PARTIES = new Set(["token", "emitter", "targets", "oldTimelock", "newTimelock"]);

/** Adds the nodes that a value names. */
type Reader = (value: unknown, nodes: Set<Node>) => void;

/**
 * Reads the works, identities and accounts that an event speaks of, each once, in the order in which it names them.
 *
 * @param inputs Of the event, in its ABI: what they can name is looked up once, and not for each event.
 * @returns Takes an event's arguments by their names, as viem decodes them.
 */
export function nodesReader(inputs: readonly AbiParameter[]): (args: object) => Node[] {
  const read = readerOfAll(inputs);
  return (args) => {
    const nodes = new Set<Node>();
    read?.(args, nodes);
    return [...nodes];
  };
}

/** The nodes of one event, as {@link nodesReader} reads them. */
export const nodesOf = (inputs: readonly AbiParameter[], args: object): Node[] => nodesReader(inputs)(args);

/** As the index keeps the nodes of an event: one text costs it far less than an array. */
export const joinNodes = (nodes: readonly Node[]): string => nodes.join(" ");

/** What {@link joinNodes} joined. */
export const splitNodes = (joined: string): Node[] => (joined === "" ? [] : (joined.split(" ") as Node[]));

function readerOfAll(parameters: readonly AbiParameter[]): Reader | undefined {
  const readers = parameters.flatMap((parameter) => {
    const read = readerOf(parameter);
    return read === undefined ? [] : [{ name: parameter.name ?? "", read }];
  });
  if (readers.length === 0) return undefined;
  return (value, nodes) => {
    if (typeof value !== "object" || value === null) return;
    for (const { name, read } of readers) read(Reflect.get(value, name), nodes);
  };
}

/** None for what names no node, whatever its value. */
function readerOf(parameter: AbiParameter): Reader | undefined {
  const { name = "", type } = parameter;
  const element = /^(.*)\[\d*\]$/.exec(type)?.[1];
  if (element !== undefined) {
    const read = readerOf({ ...parameter, type: element });
    return (
      read &&
      ((value, nodes) => {
        if (Array.isArray(value)) for (const each of value) read(each, nodes);
      })
    );
  }
  if ("components" in parameter) return readerOfAll(parameter.components);
  if (type === "address") return NO_PARTIES.has(name) ? undefined : readParty;
  return type === "bytes32" && NODES.has(name) ? readNode : undefined;
}

const readParty: Reader = (value, nodes) => {
  if (isAccount(value)) nodes.add(accountNode(value));
};

const readNode: Reader = (value, nodes) => {
  if (typeof value !== "string" || !isBytes32(value) || nodeKind(value) === NodeKind.Invalid) return;
  nodes.add(value.toLowerCase() as Node);
};

const isAccount = (value: unknown): value is Address => typeof value === "string" && value !== zeroAddress;
