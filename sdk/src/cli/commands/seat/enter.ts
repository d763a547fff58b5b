import { enterSeatCall } from "../../../calls.ts";
import { readSeatBond } from "../../../seatBond.ts";
import { formatEth } from "../../../units.ts";
import { type Context, send } from "../../context.ts";
import { preview } from "../../preview.ts";
import type { SeatFlags } from "../seat.ts";

export async function enter(context: Context, { yes = false }: SeatFlags): Promise<void> {
  const chain = await context.chain();
  const account = context.signer(chain);
  const { addresses } = chain.network.deployment;
  const bond = await readSeatBond(chain.client, addresses);
  const call = enterSeatCall(addresses, bond);
  const rows = [
    ["account", account.address],
    ["bond", `${formatEth(bond)}; slashed for absence, hidden and leaked votes, and overturned ones`],
  ] as const;
  await preview(context, chain, account, call, rows, "Take a seat?", yes);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  context.output.result(
    { account: account.address, bond, transactionHash, blockNumber },
    `${account.address} sits from block ${blockNumber} on. azora judge list says what it is drawn for.`,
  );
}
