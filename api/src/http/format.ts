import {
  directionNames,
  faultNames,
  groundNames,
  leafKindNames,
  NodeKind,
  nodeAccount,
  nodeKind,
  nodeKindNames,
  outcomeNames,
  phaseNames,
  potOriginNames,
  rearmReasonNames,
  ruleNames,
  verdictNames,
} from "@azora/sdk";
import { type Address, getAddress, type Hex } from "viem";

// From what the index keeps to what the API answers.

export const wei = (amount: bigint): string => amount.toString();
export const toSeconds = (time: bigint): number => Number(time);

/** Applies to what is there: null stays null. */
export const orNull = <A, B>(value: A | null | undefined, change: (value: A) => B): B | null =>
  value === null || value === undefined ? null : change(value);

/** A page names the same accounts again and again, and a checksum is a hash. */
const CHECKSUMS = 20_000;
const checksums = new Map<Hex, Address>();

export function checksum(address: Hex): Address {
  let known = checksums.get(address);
  if (known === undefined) {
    known = getAddress(address);
    // All at once: which ones are asked for again, no order of them tells.
    if (checksums.size === CHECKSUMS) checksums.clear();
    checksums.set(address, known);
  }
  return known;
}

/** The account of an account's node. */
export const accountOf = (node: Hex): Address | null =>
  nodeKind(node) === NodeKind.Account ? nodeAccount(node) : null;

/** Names of enums. The index holds numbers that the contracts emitted, so a number without a name is a fault of ours. */
function nameIn<name extends string>(names: readonly name[], number: number): name {
  const name = names[number];
  if (name === undefined) throw new RangeError(`There is no name for ${number} among ${names.join(", ")}.`);
  return name;
}

export const phaseName = (phase: number) => nameIn(phaseNames, phase);
export const potOriginName = (origin: number) => nameIn(potOriginNames, origin);
export const leafKindName = (kind: number) => nameIn(leafKindNames, kind);
export const faultName = (fault: number) => nameIn(faultNames, fault);
export const rearmReasonName = (reason: number) => nameIn(rearmReasonNames, reason);
export const ruleName = (rule: number) => nameIn(ruleNames, rule);
export const verdictName = (verdict: number) => nameIn(verdictNames, verdict);
export const directionName = (direction: number) => nameIn(directionNames, direction);
export const groundName = (ground: number) => nameIn(groundNames, ground);
export const outcomeName = (outcome: number) => nameIn(outcomeNames, outcome);
export const kindOf = (node: Hex) => nameIn(nodeKindNames, nodeKind(node));
