import type { Command } from "commander";
import { voiceAbi } from "../../generated/abis.ts";
import { delegateCall } from "../../governanceCalls.ts";
import { formatVoice } from "../../units.ts";
import type { App } from "../app.ts";
import { type Context, contextOf, send } from "../context.ts";
import { RefusedError } from "../exit.ts";
import { parseAddress } from "../parse.ts";
import { preview } from "../preview.ts";

export function addDelegate(program: Command, app: App): void {
  program
    .command("delegate <account>")
    .description("Lets an account vote with your Voice; `self` takes it back.")
    .option("-y, --yes", "send without asking")
    .action((to: string, flags: { yes?: boolean }, own: Command) =>
      delegate(contextOf(app, own), to, flags.yes ?? false),
    );
}

async function delegate(context: Context, text: string, yes: boolean): Promise<void> {
  const named = text === "self" ? undefined : parseAddress("The account", text);
  const chain = await context.chain();
  const account = context.signer(chain);
  const to = named ?? account.address;
  const { addresses } = chain.network.deployment;
  const voice = { address: addresses.voice, abi: voiceAbi, args: [account.address] } as const;
  const [before, units] = await Promise.all([
    chain.client.readContract({ ...voice, functionName: "delegates" }),
    chain.client.readContract({ ...voice, functionName: "unitsOf" }),
  ]);
  if (before === to) throw new RefusedError(`The Voice of ${account.address} is with ${to} already.`);
  const call = delegateCall(addresses, to);
  const rows = [
    ["Voice", `${formatVoice(units)}, and what comes later`],
    ["from", before],
    ["to", to],
  ] as const;
  await preview(context, chain, account, call, rows, "Delegate it?", yes);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  context.output.result(
    { account: account.address, before, to, units, transactionHash, blockNumber },
    `The Voice of ${account.address} is with ${to} from block ${blockNumber} on. Votes that have begun are not changed.`,
  );
}
