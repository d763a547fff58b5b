import { contractsOf } from "@azora/indexer/contracts";
import { type Deployment, proofOfValueAbi } from "@azora/sdk";
import { decodeEventLog, toEventSelector } from "viem";
import { forget } from "../../support/fixture.ts";
import { run } from "../../support/lockstep/run.ts";
import type { World } from "../../support/lockstep/world.ts";
import { type LogBlock, logsOf, type RawLog } from "./logs.ts";

/** One call of the lock-step makes some 1.1 logs. */
const CALLS_FOR_10_000 = 9_500;
const SEED = 7;

/** A real life: what the contracts emitted from their deployment on, and how they stood then. */
export interface Life {
  readonly deployment: Deployment;
  readonly blocks: readonly LogBlock[];
  readonly events: number;
  readonly contributions: number;
  readonly end: {
    /** Of the last block, in seconds. */
    readonly timestamp: bigint;
    readonly state: World["state"];
  };
}

let lived: Promise<Life> | undefined;

/** The same each time, so that it is lived once. */
export function realLife(): Promise<Life> {
  lived ??= live();
  return lived;
}

/** On Hardhat's network: random calls of everybody, as the lock-step with the reference model makes them. */
async function live(): Promise<Life> {
  const world = await run(SEED, CALLS_FOR_10_000);
  const { client, deployment, state } = world;
  const indexed = Object.values(contractsOf(deployment));
  const own = new Set(indexed.map(({ address }) => address.toLowerCase()));
  const all = await client.getLogs({ fromBlock: 0n, toBlock: "latest" });
  const blocks = new Map<bigint, RawLog[]>();
  for (const { address, topics, data, blockNumber } of all) {
    if (!own.has(address.toLowerCase())) continue;
    const logs = blocks.get(blockNumber) ?? [];
    logs.push({ address, topics, data });
    blocks.set(blockNumber, logs);
  }
  const kept = [...blocks.keys()];
  const timed: LogBlock[] = [];
  for (const [number, logs] of blocks) {
    const { timestamp } = await client.getBlock({ blockNumber: number });
    timed.push({ timestamp, logs: logs.map((log) => renumbered(log, kept)) });
  }
  const { timestamp } = await client.getBlock();
  await forget();
  return {
    deployment,
    blocks: timed,
    events: timed.reduce((sum, { logs }) => sum + logs.length, 0),
    contributions: world.works.length,
    end: { timestamp, state },
  };
}

const REARMED = toEventSelector("Rearmed(bytes32,uint16,uint8,uint40,uint40)");

/**
 * The life leaps over some 200,000 empty blocks, which say nothing and would take a node minutes: its blocks are counted
 * through from 1 instead. Of all events only this one tells the numbers of blocks.
 */
function renumbered(log: RawLog, kept: readonly bigint[]): RawLog {
  const [selector, ...topics] = log.topics;
  if (selector !== REARMED) return log;
  const { args } = decodeEventLog({
    abi: proofOfValueAbi,
    eventName: "Rearmed",
    topics: [selector, ...topics],
    data: log.data,
  });
  const numberOf = (block: number): number => kept.findLastIndex((each) => each <= BigInt(block)) + 1;
  return logsOf(
    log.address,
    proofOfValueAbi,
    "Rearmed",
  )({
    ...args,
    armedAt: numberOf(args.armedAt),
    drawBlock: numberOf(args.drawBlock),
  });
}
