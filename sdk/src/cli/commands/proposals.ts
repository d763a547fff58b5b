import type { Command } from "commander";
import { formatVoice } from "../../units.ts";
import type { App } from "../app.ts";
import { type Context, contextOf } from "../context.ts";
import { table } from "../table.ts";
import { due, when } from "../times.ts";
import { deedsOf, findProposal, type Proposal, readProposals, titleOf } from "./governance/proposals.ts";

export function addProposals(program: Command, app: App): void {
  program
    .command("proposals [proposal]")
    .description("Lists all proposals, the latest first; or shows one, and what it does.")
    .action((proposal: string | undefined, _flags: object, own: Command) =>
      proposals(contextOf(app, own), proposal),
    );
}

async function proposals(context: Context, text: string | undefined): Promise<void> {
  const { output } = context;
  const chain = await context.chain();
  const { timestamp } = await chain.client.getBlock();
  if (text !== undefined) {
    const proposal = await findProposal(chain, output, text);
    return output.result(proposal, table(rowsOf(proposal, timestamp)));
  }
  const all = await readProposals(chain, output);
  const lines = all.map((each) => [`${each.id}`.slice(0, 12), each.state.toLowerCase(), titleOf(each)]);
  output.result({ proposals: all }, lines.length === 0 ? "Nobody has proposed anything." : table(lines));
}

function rowsOf(proposal: Proposal, now: bigint): string[][] {
  const { id, proposer, state, content, voteStart, voteEnd, eta } = proposal;
  return [
    ["proposal", `${id}`],
    ["title", titleOf(proposal)],
    ["proposer", proposer],
    ["state", state.toLowerCase()],
    ["vote begins", when(voteStart, now)],
    ["vote ends", when(voteEnd, now)],
    ["for", formatVoice(proposal.votesFor)],
    ["against", formatVoice(proposal.votesAgainst)],
    ["abstain", formatVoice(proposal.votesAbstain)],
    ...(eta > 0n ? [["execution", due(eta, now)]] : []),
    ...deedsOf(content).map((deed) => ["does", deed]),
  ];
}
