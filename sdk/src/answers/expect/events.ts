import { type Address, getAddress } from "viem";
import { LeafKind, roleNames } from "../../generated/enums.ts";
import type { Node } from "../../node.ts";
import { nodesReader } from "../../nodesOf.ts";
import { protocolEvents } from "../../view/logs.ts";
import type { Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";

/** An event as exports have it. */
export interface ToldEvent {
  readonly block: number;
  readonly logIndex: number;
  readonly name: string;
  readonly tx: string;
  readonly nodes: readonly string[];
}

/** The governor's contract has a name of its own. */
const NAMES: Readonly<Record<string, string>> = { Governor: "AzoraGovernor" };

function contractName({ deployment }: At, address: Address): string {
  const at = Object.entries(deployment.addresses).find(([, each]) => each === getAddress(address));
  const role = roleNames.find((each) => each.toLowerCase() === at?.[0].toLowerCase());
  if (role === undefined) throw new Error(`${address} is none of the protocol's contracts.`);
  return NAMES[role] ?? role;
}

/** By the names of events. */
const readers = new Map<string, (args: object) => Node[]>(
  protocolEvents.map((each) => [each.name, nodesReader(each.inputs)]),
);

export function eventOf(at: At, { eventName, args, address, ...entry }: Entry): Expected<ToldEvent> {
  // What anybody anchors under the name of a work is no news of it.
  const told = "kind" in args && args.kind === LeafKind.Anchored ? { ...args, subject: undefined } : args;
  return by("the log itself", {
    block: Number(entry.blockNumber),
    logIndex: entry.logIndex,
    name: `${contractName(at, address)}.${eventName}`,
    tx: entry.transactionHash,
    nodes: readers.get(eventName)?.(told) ?? [],
  });
}
