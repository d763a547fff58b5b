import type { Command } from "commander";
import { azoraGovernorAbi, voiceAbi } from "../../generated/abis.ts";
import { hashProposal } from "../../governance.ts";
import { proposeCall } from "../../governanceCalls.ts";
import { formatVoice } from "../../units.ts";
import type { App } from "../app.ts";
import { type Context, contextOf, send } from "../context.ts";
import { preview } from "../preview.ts";
import { when } from "../times.ts";
import { contentFrom } from "./governance/content.ts";
import { deedsOf, titleOf } from "./governance/proposals.ts";

export interface ProposeFlags {
  calls?: string;
  amend?: string[];
  rationale?: string;
  yes?: boolean;
}

export function addPropose(program: Command, app: App): void {
  program
    .command("propose")
    .description("Proposes a change to whoever has Voice: a rule, or any calls of the timelock.")
    .option("--amend <rule value...>", "set a rule, in its own units, such as --amend ReviewStipend 25000000")
    .option("--rationale <text>", "with --amend: why, in words; @file reads it from a file")
    .option(
      "--calls <file>",
      'JSON: {"description": "…", "calls": [{"to": "0x…", "value": "0", "data": "0x…"}]}',
    )
    .option("-y, --yes", "send without asking")
    .action((flags: ProposeFlags, own: Command) => propose(contextOf(app, own), flags));
}

async function propose(context: Context, flags: ProposeFlags): Promise<void> {
  const contentAt = contentFrom(context.app, flags);
  const chain = await context.chain();
  const { client, network } = chain;
  const { addresses } = network.deployment;
  const content = contentAt(addresses);
  const account = context.signer(chain);
  const governor = { address: addresses.governor, abi: azoraGovernorAbi } as const;
  const voice = { address: addresses.voice, abi: voiceAbi, args: [account.address] } as const;
  const [threshold, votes] = await Promise.all([
    client.readContract({ ...governor, functionName: "proposalThreshold" }),
    client.readContract({ ...voice, functionName: "getVotes" }),
  ]);
  const call = proposeCall(addresses, content);
  const rows = [
    ["title", titleOf({ content })],
    ...deedsOf(content).map((deed) => ["does", deed] as const),
    ["your Voice", `${formatVoice(votes)}; proposing needs ${formatVoice(threshold)}`],
  ] as const;
  await preview(context, chain, account, call, rows, "Propose it?", flags.yes ?? false);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  const id = hashProposal(content);
  const [voteStart, voteEnd, { timestamp }] = await Promise.all([
    client.readContract({ ...governor, functionName: "proposalSnapshot", args: [id] }),
    client.readContract({ ...governor, functionName: "proposalDeadline", args: [id] }),
    client.getBlock({ blockNumber }),
  ]);
  context.output.result(
    { id, title: titleOf({ content }), voteStart, voteEnd, transactionHash, blockNumber },
    `Proposed as ${id} in block ${blockNumber}. The vote begins ${when(voteStart, timestamp)} and ends ${when(voteEnd, timestamp)}.`,
  );
}
