import { setTimeout as sleep } from "node:timers/promises";
import type { LocalAccount, PublicClient } from "viem";
import { explain } from "../../../errors/explain.ts";
import { gasFor, type TransactionCall } from "../../../transact.ts";
import type { Context } from "../../context.ts";

const PAUSE_MS = 250;

/**
 * For a challenge that a node would not estimate yet. One takes less than half of that, and what is not used costs nothing; the
 * ledger, whose leaves differ most, adds less than 200,000.
 */
export const CHALLENGE_GAS = 1_000_000n;

/**
 * Waits until a challenge that is reserved can be in the next block, and gives the gas to send it with. Until then the node is
 * asked for the number of its block alone: whatever else it was asked would tell which work is meant.
 * @param from The first block in which it can be
 * @throws AzoraError if it would be refused for another reason than its age
 */
export async function untilRipe(
  { app, output }: { app: Pick<Context["app"], "signal">; output: Pick<Context["output"], "update"> },
  { client }: { client: Pick<PublicClient, "estimateGas" | "getBlockNumber"> },
  account: LocalAccount,
  call: TransactionCall,
  from: bigint,
): Promise<bigint> {
  for (;;) {
    app.signal.throwIfAborted();
    const present = await client.getBlockNumber({ cacheTime: 0 });
    if (present + 1n >= from) break;
    output.update(
      `The challenge is reserved, and can be made from block ${from} on; this is block ${present}.`,
    );
    await sleep(PAUSE_MS, undefined, { signal: app.signal });
  }
  try {
    return await gasFor(client, account, call);
  } catch (error) {
    const reason = explain(error);
    // A node that tries calls in its latest block, and not in the next, where it can be. All that could be refused else was
    // tried before its age, or was reckoned from the logs.
    if (reason.name === "Reservations_TooYoung" && reason.args[1] === from) return CHALLENGE_GAS;
    throw reason;
  }
}
