import { randomBytes } from "node:crypto";
import { type Address, bytesToHex } from "viem";
import { hashShares } from "../../../attribution.ts";
import { commitCall } from "../../../calls.ts";
import { attributionRegistryAbi } from "../../../generated/abis.ts";
import { commitmentOf, createBallot } from "../../../storedBallot.ts";
import { short } from "../../../units.ts";
import type { WorkView } from "../../../view/index.ts";
import { keepBallot } from "../../ballots.ts";
import type { OpenChain } from "../../chain.ts";
import { type Context, readView, send } from "../../context.ts";
import { RefusedError, UsageError } from "../../exit.ts";
import { findWork } from "../../find.ts";
import { parseWhole } from "../../parse.ts";
import { textOf } from "../../text.ts";
import { when } from "../../times.ts";
import type { JudgeFlags } from "../judge.ts";
import { placeOf, requireCommitWindow } from "./seat.ts";

/** Commits a vote. Its secret is on the disk before the commitment is on the chain. */
export async function commit(context: Context, contribution: string, flags: JudgeFlags): Promise<void> {
  const { app, output } = context;
  if (flags.level === undefined || flags.rationale === undefined) {
    throw new UsageError("A vote needs --level N and --rationale TEXT (or @file).");
  }
  const level = parseWhole("--level", flags.level, 0, 10);
  const rationale = textOf(app, "--rationale", flags.rationale);
  const chain = await context.chain();
  const { network, folder } = chain;
  const account = context.signer(chain);
  const view = await readView(chain, output);
  const work = findWork(view, contribution);
  const place = placeOf(work, account.address);
  requireCommitWindow(view, work);
  await requireNoParty(chain, work, account.address);
  if (work.round.committed.has(account.address) && !flags.replace) {
    throw new RefusedError(
      `This account has committed a vote on ${short(work.contribution)}. Add --replace to replace it.`,
    );
  }

  const ballot = createBallot({
    chainId: network.deployment.chainId,
    contribution: work.contribution,
    round: work.round.round,
    validator: account.address,
    level,
    rationale,
    salt: bytesToHex(randomBytes(32)),
  });
  const file = keepBallot(folder, network.deployment, ballot);
  const commitment = commitmentOf(network.deployment, ballot);
  const call = commitCall(network.deployment.addresses, work.contribution, place, commitment);
  const { transactionHash } = await send(chain, account, call, context);
  const { commitEnd, revealEnd } = work.round;
  output.result(
    {
      contribution: work.contribution,
      round: ballot.round,
      commitment,
      ballot: file,
      transactionHash,
      commitEnd,
      revealEnd,
    },
    [
      `Committed level ${level} on ${short(work.contribution)}, round ${ballot.round}. Nobody can see it until it is revealed.`,
      `The secret is in ${file}; judge <contribution> backup gives a copy.`,
      `The reveal window opens ${when(commitEnd, view.timestamp)} and ends ${when(revealEnd, view.timestamp)}.`,
    ].join("\n"),
  );
}

/** A party's vote is refused when it is revealed; better to hear it now. */
async function requireNoParty({ client, network }: OpenChain, work: WorkView, judge: Address): Promise<void> {
  const { contributors, upstream } = work.attribution;
  const isParty = await client.readContract({
    address: network.deployment.addresses.attributionRegistry,
    abi: attributionRegistryAbi,
    functionName: "isParty",
    args: [work.contribution, judge, contributors, hashShares(upstream)],
  });
  if (isParty) throw new RefusedError(`${judge} is a party to this work, so its vote would not count.`);
}
