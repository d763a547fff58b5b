import { type AbiParameter, type Address, isAddress, zeroAddress } from "viem";
import { NodeKind } from "./generated/enums.ts";
import { accountNode, isBytes32, type Node, nodeKind } from "./node.ts";

/** Names of 32 bytes that are nodes; others are hashes, which may look like one. */
const NODES = new Set(["contribution", "identity", "source", "subject", "node"]);
/** Addresses that take no part: tokens, and contracts that are called. */
const NO_PARTIES = new Set(["token", "emitter", "targets", "oldTimelock", "newTimelock"]);

/**
 * The works, identities and accounts that an event speaks of, each once, in the order in which it names them.
 *
 * @param inputs Of the event, in its ABI.
 * @param args By their names, as viem decodes them.
 */
export function nodesOf(inputs: readonly AbiParameter[], args: object): Node[] {
  const given: Record<string, unknown> = { ...args };
  return [...new Set(inputs.flatMap((input) => nodesIn(input, given[input.name ?? ""])))];
}

function nodesIn(parameter: AbiParameter, value: unknown): Node[] {
  const { name = "", type } = parameter;
  const element = /^(.*)\[\d*\]$/.exec(type)?.[1];
  if (element !== undefined)
    return Array.isArray(value)
      ? value.flatMap((each) => nodesIn({ ...parameter, type: element }, each))
      : [];
  if ("components" in parameter)
    return typeof value === "object" && value !== null ? nodesOf(parameter.components, value) : [];
  if (typeof value !== "string") return [];
  if (type === "address") return isParty(name, value) ? [accountNode(value)] : [];
  return type === "bytes32" && NODES.has(name) && isBytes32(value) && nodeKind(value) !== NodeKind.Invalid
    ? [value.toLowerCase() as Node]
    : [];
}

const isParty = (name: string, value: string): value is Address =>
  !NO_PARTIES.has(name) && isAddress(value, { strict: false }) && value !== zeroAddress;
