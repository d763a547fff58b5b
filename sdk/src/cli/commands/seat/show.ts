import { validatorRegistryAbi } from "../../../generated/abis.ts";
import type { Context } from "../../context.ts";
import { parseAddress } from "../../parse.ts";
import { table } from "../../table.ts";
import { when } from "../../times.ts";
import { bondText, readStints } from "./stints.ts";

export async function show(context: Context, text: string | undefined): Promise<void> {
  const named = text === undefined ? undefined : parseAddress("The account", text);
  const chain = await context.chain();
  const { client, network } = chain;
  const account = named ?? context.signer(chain).address;
  const args = [account] as const;
  const seats = {
    address: network.deployment.addresses.validatorRegistry,
    abi: validatorRegistryAbi,
    args,
  } as const;
  const [isSeated, barredUntil, stints, { timestamp }] = await Promise.all([
    client.readContract({ ...seats, functionName: "isSeated" }),
    client.readContract({ ...seats, functionName: "barredUntil" }),
    readStints(chain, account),
    client.getBlock(),
  ]);
  const seat = isSeated ? await client.readContract({ ...seats, functionName: "seatOf" }) : undefined;
  const rows = [
    ["account", account],
    ["seat", seat === undefined ? "none" : `number ${seat}`],
    ...stints.map((stint) => [`bond ${stint.number}`, bondText(stint, timestamp)]),
    ...(barredUntil > timestamp ? [["barred", `it can return ${when(barredUntil, timestamp)}`]] : []),
  ];
  context.output.result({ account, seat: seat ?? null, barredUntil, stints }, table(rows));
}
