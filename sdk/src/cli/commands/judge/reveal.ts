import path from "node:path";
import type { Hex } from "viem";
import { revealCall } from "../../../calls.ts";
import { commitmentOf, type StoredBallot } from "../../../storedBallot.ts";
import { short } from "../../../units.ts";
import { findBallot, loadBallots } from "../../ballots.ts";
import { type Context, readView, send } from "../../context.ts";
import { RefusedError } from "../../exit.ts";
import { findWork } from "../../find.ts";
import type { JudgeFlags } from "../judge.ts";
import { placeOf, requireRevealWindow } from "./seat.ts";

/** Opens a vote with the ballot that was kept, or with a backup of it. */
export async function reveal(context: Context, contribution: string, flags: JudgeFlags): Promise<void> {
  const { app, output } = context;
  const chain = await context.chain();
  const { network, folder } = chain;
  const account = context.signer(chain);
  const view = await readView(chain, output);
  const work = findWork(view, contribution);
  placeOf(work, account.address);
  const commitment = work.round.committed.get(account.address);
  if (commitment === undefined) throw new RefusedError("This account has committed no vote in this round.");
  if (work.round.revealed.has(account.address))
    throw new RefusedError("This account's vote is revealed already.");
  requireRevealWindow(view, work);
  const given = flags.ballot === undefined ? undefined : loadBallots(path.resolve(app.cwd, flags.ballot));
  const isCommitted = (each: StoredBallot) => commitmentOf(network.deployment, each) === commitment;
  const ballot = given === undefined ? findBallot(folder, commitment) : given.find(isCommitted);
  if (ballot === undefined && given === undefined) throw missing(folder, commitment);
  if (ballot === undefined || !isCommitted(ballot)) {
    throw new RefusedError("This ballot is not the one that was committed.");
  }

  const call = revealCall(network.deployment.addresses, work.contribution, ballot, work.attribution);
  const { transactionHash } = await send(chain, account, call, context);
  output.result(
    { contribution: work.contribution, round: ballot.round, level: ballot.level, transactionHash },
    `Revealed level ${ballot.level} on ${short(work.contribution)}, round ${ballot.round}.`,
  );
}

export function missing(folder: string, commitment: Hex): RefusedError {
  return new RefusedError(
    `The ballot of the committed vote is not in ${path.join(folder, "ballots")} (its commitment is ${short(commitment)}). ` +
      "If there is a backup, give it with --ballot FILE.",
  );
}
