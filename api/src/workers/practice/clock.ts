import { Phase, requireLocalChain, type View } from "@azora/sdk";
import { numberToHex, type PublicClient } from "viem";
import { isDue, waiting } from "../keeper/duties.ts";
import { pendingVotes } from "./judges.ts";

/** Where the clock could go: to a time in seconds, or forward by some blocks. */
export type Leap = { to: bigint } | { blocks: bigint };

/**
 * The next moment at which anything becomes possible, or undefined while there is something to do now: a vote to cast, a
 * duty to perform. So fast-forwarding skips waiting and nothing else.
 */
export function nextLeap(view: View): Leap | undefined {
  if (pendingVotes(view).length > 0) return undefined;
  const ahead = waiting(view);
  if (ahead.some((duty) => isDue(duty, view))) return undefined;
  const voting = [...view.works.values()].filter(({ phase }) => phase === Phase.Voting);
  const votes = voting.map(({ round }) => round.commitEnd);
  const times = [...ahead.flatMap(({ from }) => from ?? []), ...votes].filter(
    (time) => time > view.timestamp,
  );
  const blocks = ahead.flatMap(({ afterBlock }) => afterBlock ?? []).filter((block) => block >= view.block);
  // Blocks first: they are near, and a leap in time would shorten nobody's wait for them.
  const block = least(blocks);
  if (block !== undefined) return { blocks: block - view.block + 1n };
  const to = least(times);
  return to === undefined ? undefined : { to };
}

/** Math.min takes no bigints. */
function least(values: bigint[]): bigint | undefined {
  return values.toSorted((a, b) => Number(a - b))[0];
}

/** Moves a local chain's clock. Refused on any other chain. */
export async function leap(client: PublicClient, target: Leap): Promise<void> {
  await requireLocalChain(client);
  if ("blocks" in target) {
    await request(client, "anvil_mine", [numberToHex(target.blocks)]);
    return;
  }
  try {
    await request(client, "evm_setNextBlockTimestamp", [numberToHex(target.to)]);
  } catch (error) {
    // The node refuses a time that a block has reached meanwhile, and then there is nothing left to skip.
    if ((await client.getBlock()).timestamp < target.to) throw error;
    return;
  }
  await request(client, "evm_mine", []);
}

/** Methods of development nodes, which viem's public client has no type for. */
function request(client: PublicClient, method: string, params: unknown[]): Promise<unknown> {
  const send: (args: { method: string; params: unknown[] }) => Promise<unknown> = client.transport.request;
  return send({ method, params });
}
