import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { HostileToken, OddToken, Puppet } from "../../types/index.ts";
import type { Protocol } from "./protocol.ts";

/** The numbers of the mock's enum. */
const ODDITIES = {
  None: 0,
  Fee: 1,
  ReturnsFalse: 2,
  ReturnsNothing: 3,
  Blocks: 4,
  Lies: 5,
  RefusesZero: 6,
} as const;

/** A token of which the holder has a million parts. It asks nobody for an approval. */
export async function oddToken(
  { ethers }: Protocol,
  oddity: keyof typeof ODDITIES,
  holder: HardhatEthersSigner,
): Promise<OddToken> {
  const factory = await ethers.getContractFactory("OddToken");
  return factory.deploy(ODDITIES[oddity], holder, 1_000_000n);
}

/** A token with hooks: it lets its puppet act before each transfer. */
export async function hookToken(
  { ethers, rewards }: Protocol,
  holder: HardhatEthersSigner,
): Promise<{ token: HostileToken; puppet: Puppet }> {
  const puppet = await (await ethers.getContractFactory("Puppet")).deploy();
  const factory = await ethers.getContractFactory("HostileToken");
  const token = await factory.deploy(puppet, holder, 1_000_000n);
  await token.connect(holder).approve(rewards, 2n ** 255n);
  return { token, puppet };
}
