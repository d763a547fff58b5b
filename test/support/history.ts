import { toBeHex } from "ethers";
import type { Protocol } from "./protocol.ts";

const HISTORY_STORAGE = "0x0000F90827F1C53a10cb7A02335B175320002935";
/** The runtime code of EIP-2935, as that document has it. */
const CODE =
  "0x3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";
const RING = 8_191n;

/**
 * Lets the history contract serve one block's hash. Hardhat's simulated network has only a stub of EIP-2935, which reverts;
 * this puts the real code there, and writes what the system call of the following block would have written.
 */
export async function remember({ connection, ethers }: Protocol, block: bigint): Promise<void> {
  const { hash }: { hash: string } = await ethers.provider.send("eth_getBlockByNumber", [
    toBeHex(block),
    false,
  ]);
  await connection.networkHelpers.setCode(HISTORY_STORAGE, CODE);
  await connection.networkHelpers.setStorageAt(HISTORY_STORAGE, block % RING, hash);
}
