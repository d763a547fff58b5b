import { type Deployment, type ProtocolLog, readLogs } from "@azora/sdk";
import type { Address, Hex, PublicClient } from "viem";

type EventName = ProtocolLog["eventName"];

/** A log with the time of its block. */
export type Happened<name extends EventName = EventName> = Extract<ProtocolLog, { eventName: name }> & {
  readonly at: bigint;
};

export interface Header {
  readonly number: bigint;
  readonly hash: Hex;
  readonly parentHash: Hex;
  readonly timestamp: bigint;
}

/** How the index names the contracts. */
const NAMES = {
  auditLedger: "AuditLedger",
  constitution: "Constitution",
  timelock: "Timelock",
  azoraToken: "AzoraToken",
  validatorRegistry: "ValidatorRegistry",
  proofOfValue: "ProofOfValue",
  rewardLedger: "RewardLedger",
  citadelFund: "CitadelFund",
  disputes: "Disputes",
  voice: "Voice",
  governor: "AzoraGovernor",
  attributionRegistry: "AttributionRegistry",
} as const satisfies Record<keyof Deployment["addresses"], string>;

/** What happened on a chain up to a block, as its node tells it: logs in their order, and the headers of their blocks. */
export class Past {
  readonly client: PublicClient;
  readonly deployment: Deployment;
  /** The block up to which this is all. */
  readonly block: bigint;
  readonly logs: readonly Happened[];
  readonly headers: ReadonlyMap<bigint, Header>;

  private constructor(
    client: PublicClient,
    deployment: Deployment,
    block: bigint,
    logs: readonly Happened[],
    headers: ReadonlyMap<bigint, Header>,
  ) {
    this.client = client;
    this.deployment = deployment;
    this.block = block;
    this.logs = logs;
    this.headers = headers;
  }

  static async read(client: PublicClient, deployment: Deployment, block: bigint): Promise<Past> {
    const logs = await readLogs(client, deployment, BigInt(deployment.block), block);
    const headers = new Map<bigint, Header>();
    for (const blockNumber of new Set(logs.map((log) => log.blockNumber))) {
      const { number, hash, parentHash, timestamp } = await client.getBlock({ blockNumber });
      headers.set(number, { number, hash, parentHash, timestamp });
    }
    const dated = logs.map((log) => ({ ...log, at: headers.get(log.blockNumber)?.timestamp ?? 0n }));
    return new Past(client, deployment, block, dated, headers);
  }

  /** The same chain at an earlier block. */
  upTo(block: bigint): Past {
    const logs = this.logs.filter(({ blockNumber }) => blockNumber <= block);
    const headers = [...this.headers].filter(([number]) => number <= block);
    return new Past(this.client, this.deployment, block, logs, new Map(headers));
  }

  of<name extends EventName>(...names: readonly name[]): readonly Happened<name>[] {
    const wanted: readonly string[] = names;
    return this.logs.filter((log): log is Happened<name> => wanted.includes(log.eventName));
  }

  /** `Contract.Event` */
  nameOf({ address, eventName }: ProtocolLog): string {
    const here = Object.entries(this.deployment.addresses).find(([, each]) => isSame(each, address));
    const known: Readonly<Record<string, string>> = NAMES;
    return `${known[here?.[0] ?? ""]}.${eventName}`;
  }

  /** The leaf that a decision got: the first one that was appended after its event. */
  leafOf(decision: Happened): bigint {
    const leaf = this.of("Appended").find((log) => isAfter(log, decision));
    if (leaf === undefined) throw new Error(`No leaf follows ${decision.eventName}.`);
    return leaf.args.index;
  }

  /** The events of a contract among those of a name that several have. */
  isFrom({ address }: ProtocolLog, contract: keyof Deployment["addresses"]): boolean {
    return isSame(address, this.deployment.addresses[contract]);
  }

  isAzr(token: Address): boolean {
    return isSame(token, this.deployment.addresses.azoraToken);
  }
}

/** Whether a log comes after another one. */
export const isAfter = (log: ProtocolLog, other: ProtocolLog): boolean =>
  log.blockNumber > other.blockNumber ||
  (log.blockNumber === other.blockNumber && log.logIndex > other.logIndex);

export const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
