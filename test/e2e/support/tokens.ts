import { connect, connectWallet, requireSuccess } from "@azora/sdk";
import { type Account, type Address, getAddress, isHex } from "viem";
import { initCode } from "../../../deploy/initCode.ts";
import type { Stack } from "./stack.ts";

/** Deploys one of the contracts that are there for tests, and says where. */
export async function deployMock(
  stack: Stack,
  deployer: Account,
  name: string,
  args: readonly unknown[],
): Promise<Address> {
  const data = initCode(name, args, "contracts/mocks");
  if (!isHex(data)) throw new TypeError(`The code of ${name} is not what the compiler writes.`);
  const hash = await connectWallet(stack, deployer).sendTransaction({ data });
  const { contractAddress } = await requireSuccess(connect(stack), hash);
  if (!contractAddress) throw new Error(`${name} was not deployed.`);
  return getAddress(contractAddress);
}
