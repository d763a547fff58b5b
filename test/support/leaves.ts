import { LeafKind } from "@azora/sdk";
import { expect } from "chai";
import {
  AbiCoder,
  type AddressLike,
  type ContractTransactionResponse,
  keccak256,
  resolveAddress,
  zeroPadValue,
} from "ethers";
import type { Protocol } from "./protocol.ts";

/** A Solidity type with its value. */
export type Typed = readonly [type: string, value: unknown];

/** keccak256 of abi.encode, the preimage of most leaves. */
export function hashOf(...values: Typed[]): string {
  const types = values.map(([type]) => type);
  return keccak256(
    AbiCoder.defaultAbiCoder().encode(
      types,
      values.map(([, value]) => value),
    ),
  );
}

export const subjectOf = (address: string): string => zeroPadValue(address, 32).toLowerCase();

/** Asserts that a transaction appended exactly one leaf, with these fields; one that only says uncritiqued may come first. */
export async function expectLeaf(
  { ledger }: Protocol,
  transaction: ContractTransactionResponse,
  expected: {
    kind: keyof typeof LeafKind;
    emitter: AddressLike;
    subject: string;
    actor: AddressLike;
    dataHash: string;
  },
): Promise<void> {
  const receipt = await transaction.wait();
  const address = await ledger.getAddress();
  const logs = receipt?.logs.filter((log) => log.address === address) ?? [];
  const parsed = logs.map((log) => ledger.interface.parseLog(log)?.args);
  const leaves = parsed.filter((fields) => fields?.kind !== BigInt(LeafKind.Uncritiqued));
  expect(leaves, "leaves appended").to.have.length(1);
  const [leaf] = leaves;
  const block = await transaction.getBlock();
  expect({
    index: leaf?.index,
    timestamp: leaf?.timestamp,
    kind: leaf?.kind,
    emitter: leaf?.emitter,
    subject: leaf?.subject,
    actor: leaf?.actor,
    dataHash: leaf?.dataHash,
  }).to.deep.equal({
    index: (await ledger.size()) - 1n,
    timestamp: BigInt(block?.timestamp ?? 0),
    kind: BigInt(LeafKind[expected.kind]),
    emitter: await resolveAddress(expected.emitter),
    subject: expected.subject,
    actor: await resolveAddress(expected.actor),
    dataHash: expected.dataHash,
  });
}
