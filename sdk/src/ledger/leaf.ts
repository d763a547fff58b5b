import { type Address, concatHex, encodePacked, type Hex, keccak256 } from "viem";
import type { LeafKind } from "../generated/enums.ts";

/** One decision on the audit ledger: exactly the fields of the event `Appended`. */
export interface Leaf {
  readonly index: bigint;
  /** In seconds. */
  readonly timestamp: bigint;
  readonly emitter: Address;
  readonly kind: LeafKind;
  readonly subject: Hex;
  readonly actor: Address;
  readonly dataHash: Hex;
}

const LEAF_TYPES = [
  "bytes1",
  "uint64",
  "uint64",
  "address",
  "uint8",
  "bytes32",
  "address",
  "bytes32",
] as const;

/** keccak256(0x00, index, timestamp, emitter, kind, subject, actor, dataHash), tightly packed. */
export function hashLeaf({ index, timestamp, emitter, kind, subject, actor, dataHash }: Leaf): Hex {
  return keccak256(
    encodePacked(LEAF_TYPES, ["0x00", index, timestamp, emitter, kind, subject, actor, dataHash]),
  );
}

/** keccak256(0x01, left, right): no leaf can be taken for an inner node. */
export function hashInner(left: Hex, right: Hex): Hex {
  return keccak256(concatHex(["0x01", left, right]));
}
