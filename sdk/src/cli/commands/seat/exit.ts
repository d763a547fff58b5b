import { exitSeatCall } from "../../../calls.ts";
import { type Context, send } from "../../context.ts";
import { preview } from "../../preview.ts";
import { when } from "../../times.ts";
import type { SeatFlags } from "../seat.ts";
import { readStints } from "./stints.ts";

export async function exit(context: Context, { yes = false }: SeatFlags): Promise<void> {
  const chain = await context.chain();
  const account = context.signer(chain);
  const call = exitSeatCall(chain.network.deployment.addresses);
  const rows = [
    ["account", account.address],
    ["duties", "what it is drawn for already stays its duty"],
    ["bond", "locked until no duty can be left, by the longest rules there were"],
    [
      "return",
      "by earning: once that bond is unlocked, in the last seventh of an epoch, if newcomers leave room",
    ],
  ] as const;
  await preview(context, chain, account, call, rows, "Give up the seat?", yes);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  const [stints, { timestamp }] = await Promise.all([
    readStints(chain, account.address),
    chain.client.getBlock({ blockNumber }),
  ]);
  const unlocksAt = stints.at(-1)?.unlocksAt ?? 0n;
  context.output.result(
    { account: account.address, unlocksAt, transactionHash, blockNumber },
    `${account.address} gave up its seat in block ${blockNumber}. azora seat withdraw pays its bond out ${when(unlocksAt, timestamp)}.`,
  );
}
