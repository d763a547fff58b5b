import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { id } from "ethers";
import { accountNode, attribution, evenly } from "./attribution.ts";
import { impersonate } from "./fixture.ts";
import { register } from "./life.ts";
import type { Protocol } from "./protocol.ts";

export const WEEK = 7n * 86_400n;

/** A judge by its number among those named at genesis. */
export function judgeOf({ judges }: Protocol, index: number): HardhatEthersSigner {
  const found = judges[index];
  if (found === undefined) throw new RangeError(`There is no judge ${index}.`);
  return found;
}

/** The bond of the first rules, in wei. */
export const firstBond = ({ parameters }: Protocol): bigint =>
  BigInt(parameters.rules.SeatBond.value) * 10n ** 9n;

/** What a seat has to be earned with by the first rules, in wei of AZR. */
export const firstThreshold = ({ parameters }: Protocol): bigint =>
  BigInt(parameters.rules.SeatThreshold.value) * 10n ** 12n;

/** Leaves the first `count` of 30 judges in their seats. */
export async function thin(protocol: Protocol, count: number): Promise<void> {
  for (let index = 29; index >= count; index--)
    await protocol.validators.connect(judgeOf(protocol, index)).exit();
}

/** Lets somebody earn an amount, as by a settlement. */
export async function earn(protocol: Protocol, account: string, amount: bigint): Promise<void> {
  const work = attribution(evenly([accountNode(account)]));
  const contribution = await register(protocol, work, { evidence: id(`work of ${account}`) });
  const pov = await impersonate(protocol, await protocol.pov.getAddress());
  await protocol.rewards.connect(pov).settle(contribution, work, amount);
}
