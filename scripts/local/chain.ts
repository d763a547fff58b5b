import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createTestClient, http, publicActions } from "viem";
import { foundry } from "viem/chains";
import { LocalFailure } from "./failure.ts";
import { forgetChain, noteChain } from "./leftover.ts";

/** Blocks come every second while the chain is awake. */
export const BLOCK_SECONDS = 1;
/** The mnemonic's accounts up to the last practice judge have ether. */
const ACCOUNTS = 130;
const READY_MS = 15_000;
const STOP_MS = 10_000;

export interface Chain {
  rpcUrl: string;
  pid: number;
  /** Whether it was there before, with its state. */
  resumed: boolean;
  /** Settles when the process ends, whoever ended it. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  stop(): Promise<void>;
}

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** The program itself, so that signals reach it and nothing stands in between. */
export function anvilBinary(): string {
  const name = `@foundry-rs/anvil-${process.platform}-${ARCHITECTURES[process.arch]}`;
  try {
    return path.join(
      path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)),
      "bin",
      "anvil",
    );
  } catch (cause) {
    const machine = `${process.platform} on ${process.arch}`;
    throw new LocalFailure(`There is no local chain for ${machine}: npm did not install ${name}.`, { cause });
  }
}

/** A client for the methods of a development node. */
export function developmentClient(rpcUrl: string) {
  return createTestClient({
    chain: foundry,
    mode: "anvil",
    transport: http(rpcUrl, { retryCount: 0 }),
  }).extend(publicActions);
}

/**
 * Starts the local chain, which keeps its state in `folder`. Its clock stands still while it is off: a window that was open
 * when it stopped is open when it starts again, however long that took.
 * @throws LocalFailure with a sentence
 */
export async function startChain({ folder, port }: { folder: string; port: number }): Promise<Chain> {
  mkdirSync(folder, { recursive: true });
  const state = path.join(folder, "state.json");
  const resumed = existsSync(state);
  const listen = ["--host", "127.0.0.1", "--port", String(port)];
  const keep = ["--state", state, "--state-interval", "1"];
  const chain = [
    "--chain-id",
    String(foundry.id),
    "--hardfork",
    "prague",
    "--accounts",
    String(ACCOUNTS),
    "--no-mining",
  ];
  const child = spawn(anvilBinary(), [...listen, ...keep, ...chain, "--silent"], {
    stdio: ["ignore", "ignore", "pipe"],
    // Ctrl-C in a terminal reaches the whole group; the chain stops last, when we say so.
    detached: true,
  });
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint = `${complaint}${text}`.slice(-2_000);
  });
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("error", (error) => {
      complaint = error.message;
      resolve({ code: 1, signal: null });
    });
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });

  if (child.pid !== undefined) noteChain(folder, child.pid);
  const rpcUrl = `http://127.0.0.1:${port}`;
  const started = await Promise.race([wake(rpcUrl), exited.then(() => "exited" as const)]);
  if (started === "exited") {
    const reason = complaint.trim().split("\n").at(-1) ?? "it said nothing";
    const advice = resumed ? ` If its state in ${state} is damaged, start over with --fresh.` : "";
    throw new LocalFailure(`The local chain did not start: ${reason}.${advice}`);
  }
  if (started === "silent") {
    child.kill("SIGKILL");
    throw new LocalFailure(`The local chain did not answer at ${rpcUrl} within ${READY_MS / 1_000} s.`);
  }

  return {
    rpcUrl,
    pid: child.pid ?? 0,
    resumed,
    exited,
    async stop() {
      child.kill("SIGINT");
      const stopped = await Promise.race([exited, sleep(STOP_MS, undefined, { ref: false })]);
      if (stopped === undefined) child.kill("SIGKILL");
      await exited;
      forgetChain(folder);
    },
  };
}

/** Waits for the node to answer, sets its clock to where it stopped, and lets it make blocks. */
async function wake(rpcUrl: string): Promise<"ready" | "silent"> {
  const client = developmentClient(rpcUrl);
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline; ) {
    const block = await client.getBlock().catch(() => undefined);
    if (block === undefined) {
      await sleep(50);
      continue;
    }
    // The genesis block is of now; any later one is where the chain's own clock stopped.
    if (block.number > 0n) await setTime(client, block.timestamp + 1n);
    await client.setIntervalMining({ interval: BLOCK_SECONDS });
    return "ready";
  }
  return "silent";
}

/** Anvil's own method: the clock goes on from there, be it behind or ahead of the machine's. */
async function setTime(client: ReturnType<typeof developmentClient>, timestamp: bigint): Promise<void> {
  const send: (args: { method: string; params: unknown[] }) => Promise<unknown> = client.transport.request;
  await send({ method: "evm_setTime", params: [Number(timestamp)] });
}
