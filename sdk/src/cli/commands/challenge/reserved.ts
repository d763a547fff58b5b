import { setTimeout as sleep } from "node:timers/promises";
import type { LocalAccount, PublicClient } from "viem";
import { explain } from "../../../errors/explain.ts";
import type { TransactionCall } from "../../../transact.ts";
import type { Context } from "../../context.ts";

const PAUSE_MS = 250;

/**
 * Waits until a challenge that is reserved can be made. Some nodes try calls in the latest block, others in the next.
 * @param from The first block in which it can be
 * @throws AzoraError if it is refused for another reason, or still in that block
 */
export async function untilRipe(
  { app, output }: { app: Pick<Context["app"], "signal">; output: Pick<Context["output"], "update"> },
  { client }: { client: Pick<PublicClient, "estimateGas" | "getBlockNumber"> },
  account: LocalAccount,
  call: TransactionCall,
  from: bigint,
): Promise<void> {
  for (;;) {
    app.signal.throwIfAborted();
    // Asked first: a block that comes between the two questions must not make the first answer look final.
    const present = await client.getBlockNumber({ cacheTime: 0 });
    try {
      await client.estimateGas({ account, ...call });
      return;
    } catch (error) {
      const reason = explain(error);
      if (reason.name !== "Reservations_TooYoung" || present >= from) throw reason;
    }
    output.update(
      `The challenge is reserved, and can be made from block ${from} on; this is block ${present}.`,
    );
    await sleep(PAUSE_MS, undefined, { signal: app.signal });
  }
}
