import type { Address, PublicClient } from "viem";
import type { Deployment } from "../addresses.ts";
import type { ProtocolLog } from "../view/logs.ts";
import type { ExpectedDeployment } from "./expected.ts";

/** An address that can do something, or is thought to. */
export interface Office {
  readonly address: Address;
  readonly name: string;
  readonly power: string;
}

/** The deployment is not what the repository says. */
export class DifferenceError extends Error {
  override name = "DifferenceError";
}

/** An audit under way. */
export interface Inspection {
  readonly client: PublicClient;
  readonly deployment: Deployment;
  readonly expected: ExpectedDeployment;
  /** All that is read holds at this block. */
  readonly blockNumber: bigint;
  readonly logs: readonly ProtocolLog[];
  readonly offices: Office[];
  /** What was found to be as it must be. */
  readonly passed: string[];
}

type Value = bigint | number | string | boolean | undefined;

/** Notes that something is as it must be. @throws DifferenceError if it is not */
export function same({ passed }: Inspection, what: string, actual: Value, expected: Value): void {
  if (canonical(actual) !== canonical(expected)) {
    throw new DifferenceError(`${what} is ${actual ?? "nothing"}, and must be ${expected ?? "nothing"}.`);
  }
  passed.push(what);
}

/** Hexadecimal digits in any case are the same. */
const canonical = (value: Value): string => String(value).toLowerCase();

/** Of two lists as sets. @throws DifferenceError */
export function sameSet(
  inspection: Inspection,
  what: string,
  actual: Iterable<string>,
  expected: Iterable<string>,
): void {
  const sorted = (values: Iterable<string>) => [...values].map(canonical).sort().join(", ") || "nobody";
  same(inspection, what, sorted(actual), sorted(expected));
}

/** The protocol's events of one name, in the order of the chain. */
export function eventsOf<name extends ProtocolLog["eventName"]>(
  { logs }: Inspection,
  name: name,
): Extract<ProtocolLog, { eventName: name }>[] {
  return logs.filter((log): log is Extract<ProtocolLog, { eventName: name }> => log.eventName === name);
}
