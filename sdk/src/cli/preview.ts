import type { LocalAccount } from "viem";
import type { TransactionCall } from "../transact.ts";
import { formatEth } from "../units.ts";
import type { OpenChain } from "./chain.ts";
import { confirm } from "./confirm.ts";
import { type Context, estimate } from "./context.ts";
import { table } from "./table.ts";

/**
 * Shows what a call would do and cost, and asks. Tries it before, so that what would be refused is refused here.
 * @throws AzoraError with the reason of a refusal, UsageError where there is nobody to ask
 */
export async function preview(
  { app, output }: Context,
  chain: OpenChain,
  account: LocalAccount,
  call: TransactionCall,
  rows: readonly (readonly [string, string])[],
  question: string,
  yes: boolean,
): Promise<void> {
  const [gas, price] = [await estimate(chain, account, call), await chain.client.getGasPrice()];
  const cost = `about ${gas.toLocaleString("en-US")}, ${formatEth(gas * price)} now`;
  output.say(table([...rows, ["gas", cost]]));
  await confirm(app, question, yes);
}
