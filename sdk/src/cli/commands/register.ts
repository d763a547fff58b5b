import type { Command } from "commander";
import { evidenceCid } from "../../manifest/index.ts";
import { contributionNode } from "../../node.ts";
import { formatEth } from "../../units.ts";
import type { App } from "../app.ts";
import { confirm } from "../confirm.ts";
import { type Context, contextOf, estimate, readView, send } from "../context.ts";
import { RefusedError } from "../exit.ts";
import { table } from "../table.ts";
import { callFor } from "./register/call.ts";
import { givenWork } from "./register/given.ts";
import { type RegisterFlags, workFrom } from "./register/work.ts";

export function addRegister(program: Command, app: App): void {
  program
    .command("register")
    .description("Registers one work: its evidence, who made it, and what it stands on.")
    .requiredOption(
      "--evidence <paths...>",
      "a manifest (.json), or the files and folders that are the evidence",
    )
    .option("--contributors <shares>", "node=weight,... such as github:alice=60%,0xabc…=40%")
    .option("--upstream <shares>", "contribution=weight,... of accepted works that it stands on")
    .option("--title <text>", "what it is, in a line (default: the name of the first path)")
    .option("--summary <text>", "what it is, in some sentences")
    .option("--uri <uri>", "where the manifest can be had (default: ipfs:// and its CID)")
    .option("-y, --yes", "send without asking")
    .action((flags: RegisterFlags, own: Command) => register(contextOf(app, own), flags));
}

async function register(context: Context, flags: RegisterFlags): Promise<void> {
  const { app, output } = context;
  const given = await givenWork(app, flags);
  const chain = await context.chain();
  const account = context.signer(chain, "practice:registrant");
  const { client, network } = chain;
  const { chainId, addresses } = network.deployment;
  const view = await readView(chain, output);
  const work = await workFrom(context, chain, view, account.address, given, flags);

  const hash = work.evidenceHash;
  const node = contributionNode(chainId, addresses.attributionRegistry, account.address, hash);
  if (view.works.has(node))
    throw new RefusedError(`This account has registered this evidence already, as ${node}.`);
  const uri = flags.uri ?? `ipfs://${evidenceCid(hash)}`;
  const call = await callFor(chain, hash, work.attribution, uri);
  const [gas, price] = [await estimate(chain, account, call), await client.getGasPrice()];

  const preview = [
    ["work", work.manifest.title],
    ["evidence", `${hash} (${evidenceCid(hash)})`],
    ["contribution", node],
    ["registrant", account.address],
    ["bond", `${formatEth(call.value)}, which comes back when it is accepted`],
    ["gas", `about ${gas.toLocaleString("en-US")}, ${formatEth(gas * price)} now`],
  ];
  output.say(table(preview));
  await confirm(app, "Register it?", flags.yes ?? false);
  await work.save();
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  output.result(
    { contribution: node, evidenceHash: hash, uri, bond: call.value, transactionHash, blockNumber },
    `Registered as ${node} in block ${blockNumber}.`,
  );
}
