import { topUpCall } from "../../../moneyCalls.ts";
import { formatEth } from "../../../units.ts";
import { type Context, send } from "../../context.ts";
import { RefusedError } from "../../exit.ts";
import { parseEth } from "../../parse.ts";
import { preview } from "../../preview.ts";
import type { SeatFlags } from "../seat.ts";
import { readStints } from "./stints.ts";

export async function topUp(context: Context, { amount, yes = false }: SeatFlags): Promise<void> {
  const wanted = amount === undefined ? undefined : parseEth("--amount", amount);
  const chain = await context.chain();
  const account = context.signer(chain);
  const { addresses } = chain.network.deployment;
  const stint = (await readStints(chain, account.address)).at(-1);
  if (stint?.until !== 0)
    throw new RefusedError(`${account.address} has no seat whose bond could be filled up.`);
  const value = wanted ?? stint.deposited - stint.bond;
  if (value === 0n)
    throw new RefusedError(`The bond of ${account.address} is whole: ${formatEth(stint.bond)}.`);
  const call = topUpCall(addresses, value);
  const rows = [
    ["account", account.address],
    ["bond", `${formatEth(stint.bond)} of ${formatEth(stint.deposited)}`],
    ["afterwards", formatEth(stint.bond + value)],
  ] as const;
  await preview(context, chain, account, call, rows, "Fill it up?", yes);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  context.output.result(
    { account: account.address, amount: value, bond: stint.bond + value, transactionHash, blockNumber },
    `The bond of ${account.address} is ${formatEth(stint.bond + value)} from block ${blockNumber} on.`,
  );
}
