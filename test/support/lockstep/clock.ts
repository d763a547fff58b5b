import type { RpcHeader } from "@azora/sdk";
import { hexToBigInt, numberToHex } from "viem";
import type { World } from "./world.ts";

const SECONDS_A_BLOCK = 12n;

/** The next transaction is mined at this second or later. */
export function passTo(world: World, timestamp: bigint): void {
  if (timestamp > world.next) world.next = timestamp;
}

/** To the end of a window; now and then one second too early, which must be refused. */
export function passToEnd(world: World, end: bigint): void {
  passTo(world, world.random.chance(0.05) ? end - 1n : end);
}

export async function passBlocks(world: World, count: bigint): Promise<void> {
  if (count <= 0n) return;
  const { provider } = world.protocol.connection;
  await provider.request({ method: "evm_setNextBlockTimestamp", params: [numberToHex(world.next)] });
  await provider.request({
    method: "hardhat_mine",
    params: [numberToHex(count), numberToHex(SECONDS_A_BLOCK)],
  });
  const { number, timestamp } = await headerAt(world, "latest");
  world.block = hexToBigInt(number);
  world.next = hexToBigInt(timestamp) + 1n;
}

/** A block's header, as the node has it. */
export async function headerAt({ protocol }: World, block: bigint | "latest"): Promise<RpcHeader> {
  const tag = block === "latest" ? block : numberToHex(block);
  return protocol.ethers.provider.send("eth_getBlockByNumber", [tag, false]);
}
