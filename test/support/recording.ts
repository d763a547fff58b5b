import {
  type ChainHead,
  createDeployment,
  type Deployment,
  type ProtocolLog,
  readHead,
  readLogs,
  replay,
  replayLogs,
} from "@azora/sdk";
import { createPublicClient, custom, getAddress, type Hex, isAddress } from "viem";
import type { Protocol } from "./protocol.ts";

const hex = (text: string): Hex => `0x${text.slice(2)}`;

type Problems = ReturnType<typeof replayLogs>["problems"];

/** What really happened on a chain, as its logs tell it, and what a replay says of that or of something else. */
export interface Recording {
  readonly logs: readonly ProtocolLog[];
  /** Reads the chain itself. */
  replay(): ReturnType<typeof replay>;
  /** Reads it through a node that keeps one of the logs to itself. */
  replayWithout(index: number): ReturnType<typeof replay>;
  /** Of other logs than the chain's. */
  problemsOf(logs: readonly ProtocolLog[]): Problems;
}

/** Lets a life be lived on a protocol, and takes down its logs. */
export async function recorded(
  { connection, genesis }: Protocol,
  live: () => Promise<void>,
): Promise<Recording> {
  const { provider } = connection;
  const client = clientOf(provider);
  const chainId = await client.getChainId();
  const deployment: Deployment = createDeployment({
    chainId,
    genesis: hex(await genesis.getAddress()),
    block: 0,
  });
  await live();
  const head: ChainHead = await readHead(client, deployment);
  const logs = await readLogs(client, deployment, 0n, head.block);
  const created = await genesis.queryFilter(genesis.filters.Created());
  const creations = new Set(created.map(({ transactionHash }) => hex(transactionHash)));
  return {
    logs,
    replay: () => replay(client, deployment),
    replayWithout: (index) => replay(clientOf(withholding(provider, logs[index])), deployment),
    problemsOf: (some) => replayLogs(deployment, some, head, creations).problems,
  };
}

type Provider = Pick<Protocol["connection"]["provider"], "request">;

const clientOf = (provider: Provider) =>
  createPublicClient({ transport: custom(provider, { retryCount: 0 }), cacheTime: 0 });

function withholding(provider: Provider, log: ProtocolLog | undefined): Provider {
  const isKept = (each: { transactionHash: string; logIndex: string }) =>
    each.transactionHash === log?.transactionHash && Number(each.logIndex) === log.logIndex;
  return {
    async request(call) {
      const answer = await provider.request(call);
      return call.method === "eth_getLogs" && Array.isArray(answer)
        ? answer.filter((each) => !isKept(each))
        : answer;
    },
  };
}

/** The logs with one argument of one of them changed, for each argument in turn. */
export function* otherArguments(
  logs: readonly ProtocolLog[],
  index: number,
): Generator<[argument: string, logs: ProtocolLog[]]> {
  const log = logs[index];
  for (const [argument, value] of Object.entries(log?.args ?? {})) {
    const args = { ...log?.args, [argument]: change(value) };
    yield [argument, logs.with(index, { ...log, args } as ProtocolLog)];
  }
}

/** A value that is not the one given. */
function change(value: unknown): unknown {
  if (typeof value === "bigint") return value + 1n;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  return Array.isArray(value) ? value.map(change) : changeText(`${value}`);
}

function changeText(text: string): string {
  if (isAddress(text)) return getAddress(`0x${"b".repeat(40)}`);
  return `${text.slice(0, -1)}${text.endsWith("1") ? 2 : 1}`;
}
