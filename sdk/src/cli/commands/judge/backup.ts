import path from "node:path";
import { findBallot, writeBallot } from "../../ballots.ts";
import { type Context, readView } from "../../context.ts";
import { RefusedError } from "../../exit.ts";
import { findWork } from "../../find.ts";
import { toJson } from "../../output.ts";
import type { JudgeFlags } from "../judge.ts";
import { missing } from "./reveal.ts";

/** The ballot of a vote with its secret: on stdout, or in a file that only its owner can read. */
export async function backup(context: Context, contribution: string, flags: JudgeFlags): Promise<void> {
  const { app, output } = context;
  const chain = await context.chain();
  const account = context.signer(chain);
  const work = findWork(await readView(chain, output), contribution);
  const commitment = work.round.committed.get(account.address);
  if (commitment === undefined) throw new RefusedError("This account has committed no vote in this round.");
  const ballot = findBallot(chain.folder, commitment);
  if (ballot === undefined) throw missing(chain.folder, commitment);
  if (flags.out === undefined) {
    output.warn("Keep this secret until the reveal window opens: whoever has it can open the vote.");
    output.result(ballot, toJson(ballot));
    return;
  }
  const file = path.resolve(app.cwd, flags.out);
  writeBallot(file, ballot);
  output.result({ file }, `Wrote the ballot to ${file}. Keep it secret until the reveal window opens.`);
}
