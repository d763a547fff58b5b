import { encodeHeader, type RpcHeader } from "@azora/sdk";
import { id, keccak256, toUtf8Bytes } from "ethers";
import { type Attribution, hashShares } from "./attribution.ts";
import type { Protocol } from "./protocol.ts";

export const EVIDENCE = id("evidence");
export const URI = "https://example.org/evidence.json";

/** Registers a work for `from` and gives its node. */
export async function register(
  protocol: Protocol,
  attribution: Attribution,
  { from = protocol.person(0), evidence = EVIDENCE, uri = URI } = {},
): Promise<string> {
  const registry = protocol.registry.connect(from);
  const value = await registry.bondRequired();
  const contribution = await registry.register.staticCall(evidence, attribution, uri, { value });
  await registry.register(evidence, attribution, uri, { value });
  return contribution;
}

/** RLP of a block's header, from the node. */
export async function headerOf({ ethers }: Protocol, block: bigint): Promise<string> {
  const header: RpcHeader = await ethers.provider.send("eth_getBlockByNumber", [
    `0x${block.toString(16)}`,
    false,
  ]);
  return encodeHeader(header);
}

/** Mines up to the draw block and draws. */
export async function draw(protocol: Protocol, contribution: string) {
  const block = await protocol.pov.drawBlockOf(contribution);
  const head = BigInt(await protocol.ethers.provider.getBlockNumber());
  if (head < block) await protocol.connection.networkHelpers.mine(block - head);
  return protocol.pov.draw(contribution, await headerOf(protocol, block));
}

export const RATIONALE = id("rationale");

/** The ballot that a judge casts in these tests; its salt follows from the judge. */
export function ballotOf(validator: string, level: number) {
  return { validator, level, rationaleHash: RATIONALE, salt: keccak256(toUtf8Bytes(`salt of ${validator}`)) };
}

/** The panel of the present round, as signers, in order. */
export async function panelOf({ pov, ethers }: Protocol, contribution: string) {
  const { round } = await pov.workOf(contribution);
  const { panel } = await pov.roundOf(contribution, round);
  return Promise.all(panel.map((account) => ethers.getSigner(account)));
}

/** Each judge of the panel commits to its level; `null` stays silent. */
export async function commitAll(
  protocol: Protocol,
  contribution: string,
  levels: (number | null)[],
): Promise<void> {
  const { round } = await protocol.pov.workOf(contribution);
  for (const [position, judge] of (await panelOf(protocol, contribution)).entries()) {
    const level = levels[position];
    if (level === null || level === undefined) continue;
    const commitment = await protocol.pov.commitmentOf(contribution, round, ballotOf(judge.address, level));
    await protocol.pov.connect(judge).commit(contribution, position, commitment);
  }
}

/** Moves to the reveal window and opens the votes. */
export async function revealAll(
  protocol: Protocol,
  contribution: string,
  levels: (number | null)[],
  { contributors, upstream }: Attribution,
): Promise<void> {
  const { round } = await protocol.pov.workOf(contribution);
  const { commitEnd } = await protocol.pov.roundOf(contribution, round);
  await moveTo(protocol, commitEnd);
  for (const [position, judge] of (await panelOf(protocol, contribution)).entries()) {
    const level = levels[position];
    if (level === null || level === undefined) continue;
    const ballot = ballotOf(judge.address, level);
    await protocol.pov.connect(judge).reveal(contribution, ballot, contributors, hashShares(upstream));
  }
}

/** Moves the chain's clock forward to a time, if it is not there yet. */
export async function moveTo({ connection }: Protocol, timestamp: bigint): Promise<void> {
  const { time } = connection.networkHelpers;
  if (BigInt(await time.latest()) < timestamp) await time.increaseTo(timestamp);
}

const PANEL = 7;

/** From registration to `Scored`, with every judge giving `level`. */
export async function scored(protocol: Protocol, contribution: string, attribution: Attribution, level = 5) {
  const levels = Array<number>(PANEL).fill(level);
  await draw(protocol, contribution);
  await commitAll(protocol, contribution, levels);
  await revealAll(protocol, contribution, levels, attribution);
  const { round } = await protocol.pov.workOf(contribution);
  const { revealEnd } = await protocol.pov.roundOf(contribution, round);
  await moveTo(protocol, revealEnd);
  return protocol.pov.score(contribution);
}

/** From registration to `Accepted` or `Rejected`. */
export async function finalized(
  protocol: Protocol,
  contribution: string,
  attribution: Attribution,
  level = 5,
) {
  await scored(protocol, contribution, attribution, level);
  await moveTo(protocol, await protocol.pov.challengeEndOf(contribution));
  return protocol.pov.finalize(contribution);
}

/** From registration to `Settled`. */
export async function settled(protocol: Protocol, contribution: string, attribution: Attribution, level = 5) {
  await finalized(protocol, contribution, attribution, level);
  const { epoch } = await protocol.pov.workOf(contribution);
  await moveTo(protocol, await protocol.pov.sealableAt(epoch));
  return protocol.pov.settle(contribution, attribution);
}
