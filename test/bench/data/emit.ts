import { readFileSync } from "node:fs";
import type { Deployment } from "@azora/sdk";
import { type Hex, toHex } from "viem";
import type { LogBlock, RawLog } from "./logs.ts";
import { type Call, send, sendAll } from "./rpc.ts";

const EMITTER = new URL("../../../artifacts/contracts/mocks/LogEmitter.sol/LogEmitter.json", import.meta.url);
/** Its code is put where nobody else is; so is that of each block's batch. */
const RELAY = "0x00000000000000000000000000000000be9c0001";
const BATCH = "0x00000000000000000000000000000000be9c0002";
const GAS = 1_000_000_000n;

/** Lets a node of one's own emit blocks of logs at the protocol's addresses. @throws what the node refuses */
export async function emitter(rpcUrl: string, { addresses }: Deployment) {
  const { deployedBytecode }: { deployedBytecode: Hex } = JSON.parse(readFileSync(EMITTER, "utf8"));
  const [from] = await send<string[]>(rpcUrl, ["eth_accounts", []]);
  const places = [RELAY, ...Object.values(addresses)];
  await sendAll(
    rpcUrl,
    places.map((place): Call => ["anvil_setCode", [place, deployedBytecode]]),
  );
  return {
    /** In the next block. */
    async emit({ timestamp, logs }: LogBlock): Promise<void> {
      await sendAll(rpcUrl, [
        ["anvil_setCode", [BATCH, batchOf(logs)]],
        [
          "eth_sendTransaction",
          [{ from, to: RELAY, data: `0x${BATCH.slice(2).padStart(64, "0")}`, gas: toHex(GAS) }],
        ],
        ["evm_mine", timestamp === undefined ? [] : [toHex(timestamp)]],
      ]);
    },
  };
}

/** See LogEmitter.sol. */
const batchOf = (logs: readonly RawLog[]): Hex => `0x${logs.map(entryOf).join("")}`;

function entryOf({ address, topics, data }: RawLog): string {
  const size = (data.length - 2) / 2;
  const head = `${address.slice(2)}${hexOf(topics.length, 1)}${hexOf(size, 3)}`;
  return `${head}${topics.map((topic) => topic.slice(2)).join("")}${data.slice(2)}`;
}

const hexOf = (value: number, bytes: number): string => value.toString(16).padStart(2 * bytes, "0");
