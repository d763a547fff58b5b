import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Deployment } from "@azora/sdk";
import { anvilBinary } from "../../../scripts/local/chain.ts";
import { freePorts } from "../../../scripts/local/ports.ts";
import { emitter } from "./emit.ts";
import { type HistorySize, historyAfter } from "./history.ts";
import { realLife } from "./life.ts";
import type { LogBlock } from "./logs.ts";
import { send } from "./rpc.ts";

/** More blocks than Ponder thinks may change. */
const FINALITY = 64;

/** A chain that holds the events to be indexed. */
export interface BenchChain {
  readonly rpcUrl: string;
  readonly deployment: Deployment;
  readonly events: number;
  /** Of them, those that the real contracts emitted. */
  readonly realEvents: number;
  readonly contributions: number;
  readonly head: bigint;
  stop(): Promise<void>;
}

/** Starts a node of one's own and lets it emit a real life and the history after it. */
export async function benchChain(size: HistorySize, say: (line: string) => void): Promise<BenchChain> {
  const life = await realLife();
  say(`${life.events} events of a real life with ${life.contributions} contributions.`);
  const { chain: port } = await freePorts();
  const rpcUrl = `http://127.0.0.1:${port}`;
  const first = life.blocks[0]?.timestamp ?? 0n;
  const flags = ["--host", "127.0.0.1", "--port", String(port), "--silent", "--prune-history", "--no-mining"];
  const rules = ["--hardfork", "prague", "--disable-block-gas-limit", "--timestamp", String(first - 1_000n)];
  const anvil = spawn(anvilBinary(), [...flags, ...rules], { stdio: ["ignore", "ignore", "inherit"] });
  process.once("exit", () => anvil.kill("SIGKILL"));
  const stop = async () => {
    if (anvil.exitCode !== null || anvil.signalCode !== null) return;
    anvil.kill("SIGKILL"); // there is nothing to keep
    await once(anvil, "exit");
  };
  try {
    await answering(rpcUrl);
    const { emit } = await emitter(rpcUrl, life.deployment);
    let events = 0;
    let blocks = 0;
    for (const source of [life.blocks, historyAfter(life, size), nothing()])
      for (const block of source) {
        await emit(block);
        events += block.logs.length;
        blocks += 1;
        if (blocks % 2_000 === 0) say(`${events} events emitted.`);
      }
    const head = BigInt(await send<string>(rpcUrl, ["eth_blockNumber", []]));
    return {
      rpcUrl,
      deployment: life.deployment,
      events,
      realEvents: life.events,
      contributions: Math.max(size.contributions, life.contributions),
      head,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** An indexer follows the last blocks one by one, for they may change: it is the past that is measured. */
function* nothing(): Generator<LogBlock> {
  for (let block = 0; block < FINALITY; block += 1) yield { logs: [] };
}

async function answering(rpcUrl: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await send(rpcUrl, ["eth_chainId", []]).catch(() => undefined)) return;
    await sleep(100);
  }
  throw new Error("The chain did not start.");
}
