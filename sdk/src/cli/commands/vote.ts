import type { Command } from "commander";
import { azoraGovernorAbi, voiceAbi } from "../../generated/abis.ts";
import { VoteType, voteCall } from "../../governanceCalls.ts";
import { formatVoice } from "../../units.ts";
import type { App } from "../app.ts";
import { type Context, contextOf, send } from "../context.ts";
import { RefusedError } from "../exit.ts";
import { preview } from "../preview.ts";
import { textOf, wordOf } from "../text.ts";
import { when } from "../times.ts";
import { findProposal, titleOf } from "./governance/proposals.ts";

interface VoteFlags {
  reason?: string;
  yes?: boolean;
}

const WORDS = ["For", "Against", "Abstain"] as const;

export function addVote(program: Command, app: App): void {
  program
    .command("vote <proposal> <for|against|abstain>")
    .description("Votes on a proposal with the Voice that the account had when the vote began.")
    .option("--reason <text>", "why, in words, on the chain; @file reads it from a file")
    .option("-y, --yes", "send without asking")
    .action((proposal: string, support: string, flags: VoteFlags, own: Command) =>
      vote(contextOf(app, own), proposal, support, flags),
    );
}

async function vote(context: Context, text: string, word: string, flags: VoteFlags): Promise<void> {
  const support = wordOf("The vote", word, WORDS);
  const reason = flags.reason === undefined ? "" : textOf(context.app, "--reason", flags.reason);
  const chain = await context.chain();
  const { client, network } = chain;
  const { addresses } = network.deployment;
  const account = context.signer(chain);
  const proposal = await findProposal(chain, context.output, text);
  const { timestamp } = await client.getBlock();
  if (proposal.state === "Pending")
    throw new RefusedError(`The vote on ${proposal.id} begins ${when(proposal.voteStart, timestamp)}.`);
  if (proposal.state !== "Active")
    throw new RefusedError(
      `The vote on ${proposal.id} is over, since ${when(proposal.voteEnd, timestamp)}: it is ${proposal.state.toLowerCase()}.`,
    );
  const governor = { address: addresses.governor, abi: azoraGovernorAbi } as const;
  const args = [proposal.id, account.address] as const;
  if (await client.readContract({ ...governor, functionName: "hasVoted", args }))
    throw new RefusedError(`${account.address} has voted on ${proposal.id} already, and votes stand.`);
  const votes = await client.readContract({
    address: addresses.voice,
    abi: voiceAbi,
    functionName: "getPastVotes",
    args: [account.address, proposal.voteStart],
  });
  if (votes === 0n)
    throw new RefusedError(
      `${account.address} had no Voice when the vote began. Voice comes with a withdrawal of what was earned.`,
    );
  const call = voteCall(addresses, proposal.id, VoteType[support], reason);
  const rows = [
    ["proposal", `${proposal.id}`],
    ["title", titleOf(proposal)],
    ["vote", `${support.toLowerCase()}, with a Voice of ${formatVoice(votes)}`],
    ["so far", `${formatVoice(proposal.votesFor)} for, ${formatVoice(proposal.votesAgainst)} against`],
  ] as const;
  await preview(context, chain, account, call, rows, "Vote?", flags.yes ?? false);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  context.output.result(
    { proposal: proposal.id, account: account.address, support, votes, transactionHash, blockNumber },
    `Voted ${support.toLowerCase()}: ${titleOf(proposal)}, with a Voice of ${formatVoice(votes)}.`,
  );
}
