import { withdrawBondCall } from "../../../calls.ts";
import { withdrawEtherFromCall } from "../../../moneyCalls.ts";
import { formatEth } from "../../../units.ts";
import { confirm } from "../../confirm.ts";
import { type Context, estimate, send } from "../../context.ts";
import { RefusedError } from "../../exit.ts";
import { table } from "../../table.ts";
import type { SeatFlags } from "../seat.ts";
import { bondText, readStints } from "./stints.ts";

/** Unlocks the bonds of all seats that ended long enough ago, and pays out what the account is then owed. */
export async function withdraw(context: Context, { yes = false }: SeatFlags): Promise<void> {
  const { app, output } = context;
  const chain = await context.chain();
  const account = context.signer(chain);
  const { addresses } = chain.network.deployment;
  const [stints, { timestamp }] = await Promise.all([
    readStints(chain, account.address),
    chain.client.getBlock(),
  ]);
  const rows = stints.map((stint) => [`bond ${stint.number}`, bondText(stint, timestamp)]);
  const ready = stints.filter(
    ({ until, unlocksAt, bond }) => until !== 0 && bond > 0n && unlocksAt <= timestamp,
  );
  const [first] = ready;
  if (first === undefined) {
    const each = stints.map((stint) => ` Bond ${stint.number}: ${bondText(stint, timestamp)}.`).join("");
    throw new RefusedError(`No bond of ${account.address} can be paid out now.${each}`);
  }
  output.say(table(rows));
  await estimate(chain, account, withdrawBondCall(addresses, first.number));
  const amount = ready.reduce((sum, { bond }) => sum + bond, 0n);
  await confirm(app, `Pay out ${formatEth(amount)}?`, yes);
  for (const { number } of ready) await send(chain, account, withdrawBondCall(addresses, number), context);
  const payment = withdrawEtherFromCall(addresses.validatorRegistry, account.address);
  const { transactionHash, blockNumber } = await send(chain, account, payment, context);
  output.result(
    {
      account: account.address,
      bonds: ready.map(({ number }) => number),
      amount,
      transactionHash,
      blockNumber,
    },
    `Paid ${formatEth(amount)} of bonds to ${account.address} in block ${blockNumber}, and what else that contract owed it.`,
  );
}
