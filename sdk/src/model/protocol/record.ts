import type { Hex } from "viem";
import type { ContractName } from "../../addresses.ts";
import { LeafKind } from "../../generated/enums.ts";
import { hashLeaf, type Leaf } from "../../ledger/leaf.ts";
import { dataHash } from "../../ledger/preimages.ts";
import type { Call, State } from "./state.ts";

/** Appends a decision to the audit ledger. */
export function record(
  state: State,
  call: Call,
  emitter: ContractName,
  kind: keyof typeof LeafKind,
  subject: Hex,
  hash: Hex,
): void {
  push(state, call, {
    emitter: state.start.deployment.addresses[emitter],
    kind: LeafKind[kind],
    subject,
    dataHash: hash,
  });
}

/** `AuditLedger.anchor`: the only leaf that its caller emits. */
export function anchor(state: State, call: Call, hash: Hex): void {
  const fields = {
    emitter: call.sender,
    kind: LeafKind.Anchored,
    subject: hash,
    dataHash: dataHash.Anchored(hash),
  };
  push(state, call, fields);
}

function push(
  { leaves, ledger }: State,
  { sender, timestamp }: Call,
  fields: Pick<Leaf, "emitter" | "kind" | "subject" | "dataHash">,
): void {
  const leaf = { index: BigInt(leaves.length), timestamp, actor: sender, ...fields };
  leaves.push(leaf);
  ledger.append(hashLeaf(leaf));
}
