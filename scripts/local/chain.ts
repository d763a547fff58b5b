import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createTestClient, http, publicActions } from "viem";
import { foundry } from "viem/chains";
import { keptState } from "./chainState.ts";
import { LocalFailure } from "./failure.ts";
import type { Service } from "./supervisor.ts";

/** Blocks come every second while the chain is awake. */
export const BLOCK_SECONDS = 1;
/** The mnemonic's accounts up to the last practice judge have ether. */
const ACCOUNTS = 130;
/** A chain that is killed while it writes its state goes on from a copy that is at most this much older. */
const BACKUP_MS = 3_000;

export interface Chain {
  rpcUrl: string;
  /** Whether it was there before, with its state. */
  resumed: boolean;
  service: Service;
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
  })
    .extend(publicActions)
    .extend(({ transport }) => ({
      /** Asks for one of the node's own methods, which viem does not know. */
      send(method: string, params: unknown[]): Promise<unknown> {
        const request: (args: { method: string; params: unknown[] }) => Promise<unknown> = transport.request;
        return request({ method, params });
      },
    }));
}

type DevelopmentClient = ReturnType<typeof developmentClient>;

/**
 * The local chain, which keeps its state in `folder`. Its clock stands still while it is off: a window that was open when
 * it stopped is open when it starts again, however long that took.
 */
export function localChain({
  folder,
  port,
  say,
}: {
  folder: string;
  port: number;
  say(line: string): void;
}): Chain {
  mkdirSync(folder, { recursive: true });
  const kept = keptState(folder);
  const rpcUrl = `http://127.0.0.1:${port}`;
  const flags = [
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--state",
    kept.file,
    "--state-interval",
    "1",
  ];
  const rules = ["--chain-id", String(foundry.id), "--hardfork", "prague", "--accounts", String(ACCOUNTS)];
  let awake = false;
  return {
    rpcUrl,
    resumed: existsSync(kept.file),
    service: {
      name: "chain",
      address: rpcUrl,
      // It writes its state on the way out.
      stopSignal: "SIGINT",
      launch(log) {
        if (kept.restore())
          say(
            "The chain's state was cut off while it was written; it goes on from a copy that is some seconds older.",
          );
        awake = false;
        const child = spawn(anvilBinary(), [...flags, ...rules, "--no-mining", "--silent"], {
          stdio: ["ignore", log, log],
          detached: true,
        });
        const timer = setInterval(
          () =>
            void kept
              .backUp()
              .catch((error) => say(`The chain's state could not be copied: ${error.message}.`)),
          BACKUP_MS,
        ).unref();
        child.once("exit", () => clearInterval(timer));
        return child;
      },
      async isReady() {
        awake ||= await wake(rpcUrl);
        return awake;
      },
    },
  };
}

/** Sets the node's clock to where it stopped, and lets it make blocks. False if it does not answer yet. */
async function wake(rpcUrl: string): Promise<boolean> {
  const client = developmentClient(rpcUrl);
  const block = await client.getBlock().catch(() => undefined);
  if (block === undefined) return false;
  // The genesis block is of now; any later one is where the chain's own clock stopped.
  if (block.number > 0n) {
    await setTime(client, block.timestamp + 1n);
    // Blocks with what was sent meanwhile may have come since.
    await setTime(client, (await recallHashes(client)) + 1n);
  }
  await client.setIntervalMining({ interval: BLOCK_SECONDS });
  return true;
}

/**
 * Anvil 1.7.1 reads blocks from its state, but not their hashes for the opcode BLOCKHASH, so that no panel could be drawn by
 * a header of before for 256 blocks (https://github.com/foundry-rs/foundry/pull/15167 mends it in later ones). Whenever it
 * takes a block back, it notes the hashes of those before anew: so one is made for that, an empty one, for what who waited
 * for the node has sent already must stay. If somebody else makes a block in the moment between, that one is taken back, as
 * if the node had ended a moment later, and it is done once more. The base fee goes on from the block that is no more.
 * @return When the last block was, in seconds
 */
async function recallHashes(client: DevelopmentClient): Promise<bigint> {
  for (;;) {
    await client.mine({ blocks: 1 });
    const { parentHash, transactions } = await client.getBlock();
    if (transactions.length > 0) continue;
    await client.send("anvil_rollback", [1]);
    const { hash, timestamp } = await client.getBlock();
    if (hash === parentHash) return timestamp;
  }
}

/** Anvil's own method: the clock goes on from there, be it behind or ahead of the machine's. */
async function setTime(client: DevelopmentClient, timestamp: bigint): Promise<void> {
  await client.send("evm_setTime", [Number(timestamp)]);
}
