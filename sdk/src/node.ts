import {
  type Address,
  concatHex,
  encodeAbiParameters,
  getAddress,
  type Hex,
  InvalidAddressError,
  keccak256,
  slice,
  stringToBytes,
  zeroAddress,
} from "viem";
import { NodeKind } from "./generated/enums.ts";

/** A vertex of the attribution graph: 32 bytes, of which the first is the kind. */
export type Node = Hex;

const CONTRIBUTION_PREIMAGE = [
  { type: "uint256" },
  { type: "address" },
  { type: "address" },
  { type: "bytes32" },
] as const;

export class NodeError extends Error {
  override name = "NodeError";
}

// The index asks these of each event: they look at the text, which takes a tenth of what turning it into numbers does.
const BYTES_32 = /^0x[0-9a-fA-F]{64}$/;
const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
/** What an account's address stands behind. */
const ZEROS = "0".repeat(24);
const NOBODY = `0x${"0".repeat(64)}`;

/** Whether a string is the hexadecimal form of 32 bytes. */
export const isBytes32 = (value: string): value is Hex => BYTES_32.test(value);

export function accountNode(account: Address): Node {
  if (account === zeroAddress) throw new NodeError("The zero address is not an account.");
  // Its checksum does not matter: that would take as long as everything else that the index does with an event.
  if (!ADDRESS.test(account)) throw new InvalidAddressError({ address: account });
  return `0x${ZEROS}${account.slice(2).toLowerCase()}`;
}

/** The registrant is part of the preimage: copying somebody's evidence hash proves nothing. */
export function contributionNode(
  chainId: number,
  registry: Address,
  registrant: Address,
  evidenceHash: Hex,
): Node {
  const preimage = encodeAbiParameters(CONTRIBUTION_PREIMAGE, [
    BigInt(chainId),
    registry,
    registrant,
    evidenceHash,
  ]);
  return tagged("0x01", keccak256(preimage));
}

/** @param identity `provider:subject` in the provider's canonical case, see {@link canonicalIdentity}. */
export function identityNode(identity: string): Node {
  return tagged("0x02", keccak256(stringToBytes(identity)));
}

/** `Invalid` for an unknown first byte, a dirty account, the zero address, or anything but 32 bytes. */
export function nodeKind(node: Node): NodeKind {
  if (!isBytes32(node)) return NodeKind.Invalid;
  if (node.startsWith("01", 2)) return NodeKind.Contribution;
  if (node.startsWith("02", 2)) return NodeKind.Identity;
  return node.startsWith(ZEROS, 2) && node !== NOBODY ? NodeKind.Account : NodeKind.Invalid;
}

/** The address of an account node. */
export function nodeAccount(node: Node): Address {
  if (nodeKind(node) !== NodeKind.Account) throw new NodeError(`${node} is not an account.`);
  return getAddress(slice(node, 12));
}

/** Order of nodes as unsigned integers; attributions are strictly ascending in it. */
export function compareNodes(a: Node, b: Node): -1 | 0 | 1 {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The kind byte followed by the first 31 bytes of the hash. */
function tagged(kind: Hex, hash: Hex): Node {
  return concatHex([kind, slice(hash, 0, 31)]);
}
