import type { Command } from "commander";
import { executeCall, queueCall } from "../../governanceCalls.ts";
import type { App } from "../app.ts";
import { type Context, contextOf, send } from "../context.ts";
import { RefusedError } from "../exit.ts";
import { preview } from "../preview.ts";
import { when } from "../times.ts";
import { deedsOf, findProposal, type Proposal, titleOf } from "./governance/proposals.ts";

/** The two steps after a vote, which anyone may take. */
export function addPass(program: Command, app: App): void {
  program
    .command("queue <proposal>")
    .description("Hands a proposal that passed to the timelock; anyone may.")
    .option("-y, --yes", "send without asking")
    .action((proposal: string, flags: { yes?: boolean }, own: Command) =>
      queue(contextOf(app, own), proposal, flags.yes ?? false),
    );
  program
    .command("execute <proposal>")
    .description("Does what a queued proposal says, once the timelock's delay is over; anyone may.")
    .option("-y, --yes", "send without asking")
    .action((proposal: string, flags: { yes?: boolean }, own: Command) =>
      execute(contextOf(app, own), proposal, flags.yes ?? false),
    );
}

async function queue(context: Context, text: string, yes: boolean): Promise<void> {
  const chain = await context.chain();
  const account = context.signer(chain);
  const proposal = await findProposal(chain, context.output, text);
  const { timestamp } = await chain.client.getBlock();
  if (proposal.state !== "Succeeded") throw new RefusedError(notYet(proposal, timestamp, "queued"));
  const call = queueCall(chain.network.deployment.addresses, proposal.content);
  await preview(context, chain, account, call, rowsOf(proposal), "Queue it?", yes);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  const queued = await findProposal(chain, context.output, String(proposal.id));
  const block = await chain.client.getBlock({ blockNumber });
  context.output.result(
    { proposal: proposal.id, eta: queued.eta, transactionHash, blockNumber },
    `Queued ${titleOf(proposal)}. It can be executed ${when(queued.eta, block.timestamp)}.`,
  );
}

async function execute(context: Context, text: string, yes: boolean): Promise<void> {
  const chain = await context.chain();
  const account = context.signer(chain);
  const proposal = await findProposal(chain, context.output, text);
  const { timestamp } = await chain.client.getBlock();
  if (proposal.state !== "Queued") throw new RefusedError(notYet(proposal, timestamp, "executed"));
  if (timestamp < proposal.eta)
    throw new RefusedError(`Proposal ${proposal.id} can be executed ${when(proposal.eta, timestamp)}.`);
  const call = executeCall(chain.network.deployment.addresses, proposal.content);
  await preview(context, chain, account, call, rowsOf(proposal), "Execute it?", yes);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  context.output.result(
    { proposal: proposal.id, transactionHash, blockNumber },
    `Executed ${titleOf(proposal)} in block ${blockNumber}.`,
  );
}

const rowsOf = (proposal: Proposal): (readonly [string, string])[] => [
  ["proposal", `${proposal.id}`],
  ["title", titleOf(proposal)],
  ...deedsOf(proposal.content).map((deed) => ["does", deed] as const),
];

/** Why a proposal cannot be queued or executed as it stands. */
function notYet(proposal: Proposal, now: bigint, done: string): string {
  const { id, state, voteEnd } = proposal;
  const reasons: Readonly<Record<Proposal["state"], string>> = {
    Pending: `its vote has not begun, and ends ${when(voteEnd, now)}`,
    Active: `its vote ends ${when(voteEnd, now)}`,
    Canceled: "its proposer has cancelled it",
    Defeated: "its vote fell short of the quorum, or most of it was against",
    Succeeded: "it passed, and has to be queued first",
    Queued: "it is queued already",
    Expired: "its time is over",
    Executed: "it is executed already",
  };
  return `Proposal ${id} cannot be ${done}: ${reasons[state]}.`;
}
