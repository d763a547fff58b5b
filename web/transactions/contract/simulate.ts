import type { TransactionCall } from "@azora/sdk";
import { type Address, BaseError, ExecutionRevertedError, type Hex, type PublicClient } from "viem";

/**
 * Tries calls one after the other, each on what the ones before it left, without sending any.
 * @throws What the first that would be refused reverts with. A node that cannot try several at once is not believed to have
 *   refused: the wallet tries them itself, since it does all or none.
 */
export async function simulateTogether(
  client: Pick<PublicClient, "simulateBlocks">,
  account: Address,
  calls: readonly TransactionCall[],
): Promise<void> {
  const asked = calls.map(({ to, data, value = 0n }) => ({ account, to, data, value }));
  const blocks = await client.simulateBlocks({ blocks: [{ calls: asked }] }).catch(() => []);
  const refused = blocks.flatMap((block) => block.calls).find(({ status }) => status === "failure");
  if (refused !== undefined) throw refusalOf(refused.data);
}

function refusalOf(data: Hex): BaseError {
  const silent = new ExecutionRevertedError({});
  // Without data it says nothing but that it refuses.
  return new BaseError("refused", {
    cause: data.length > 2 ? Object.assign(new Error("refused"), { data }) : silent,
  });
}
