import { setTimeout as sleep } from "node:timers/promises";
import type { LocalAccount, PublicClient } from "viem";
import { explain } from "../../../errors/explain.ts";
import type { TransactionCall } from "../../../transact.ts";
import type { Context } from "../../context.ts";

const PAUSE_MS = 250;

/**
 * Waits until a challenge that was just reserved could be made. A reservation counts from the block after its own, and some
 * nodes try calls in the latest block, others in the next.
 * @throws AzoraError if it is refused for another reason, or still one block later
 */
export async function untilReserved(
  { app, output }: { app: Pick<Context["app"], "signal">; output: Pick<Context["output"], "update"> },
  { client }: { client: Pick<PublicClient, "estimateGas" | "getBlockNumber"> },
  account: LocalAccount,
  call: TransactionCall,
): Promise<void> {
  const reserved = await client.getBlockNumber({ cacheTime: 0 });
  for (;;) {
    app.signal.throwIfAborted();
    // Asked first: a block that comes between the two questions must not make the first answer look final.
    const present = await client.getBlockNumber({ cacheTime: 0 });
    try {
      await client.estimateGas({ account, ...call });
      return;
    } catch (error) {
      const reason = explain(error);
      if (reason.name !== "Disputes_ReservedUntil" || present > reserved) throw reason;
    }
    output.update("The challenge is reserved; waiting for the next block.");
    await sleep(PAUSE_MS, undefined, { signal: app.signal });
  }
}
