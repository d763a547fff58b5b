import type { Rule } from "@azora/sdk";
import { type AddressLike, id, resolveAddress, ZeroHash } from "ethers";
import type { Protocol } from "./protocol.ts";

export const RATIONALE_OF_CHANGE = id("why this rule changes");

/** Proposes a call to the timelock, waits out its delay, and executes it. */
export async function throughTimelock(protocol: Protocol, target: AddressLike, data: string) {
  const { timelock, proposer, connection } = protocol;
  const to = await resolveAddress(target);
  const salt = id(`${to} ${data} ${await protocol.ethers.provider.getBlockNumber()}`);
  const delay = await timelock.getMinDelay();
  await timelock.connect(proposer).schedule(to, 0n, data, ZeroHash, salt, delay);
  await connection.networkHelpers.time.increase(delay);
  return timelock.connect(proposer).execute(to, 0n, data, ZeroHash, salt);
}

/** Amends one rule through the timelock. */
export function amended(protocol: Protocol, rule: Rule, value: number) {
  const { constitution } = protocol;
  const data = constitution.interface.encodeFunctionData("amend", [rule, value, RATIONALE_OF_CHANGE]);
  return throughTimelock(protocol, constitution, data);
}

/** `Constitution.valueOf`; by its name in ethers, because every JavaScript object has a `valueOf` of its own. */
export async function ruleOf(
  { constitution }: Protocol,
  rule: Rule,
  version: bigint | number,
): Promise<bigint> {
  return constitution.getFunction("valueOf").staticCall(rule, version);
}
