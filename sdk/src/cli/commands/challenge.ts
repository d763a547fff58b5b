import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import { bytesToHex } from "viem";
import { challengeCall, reserveCall } from "../../calls.ts";
import { explain } from "../../errors/explain.ts";
import { disputesAbi } from "../../generated/abis.ts";
import { Direction, directionNames, Ground, groundNames } from "../../generated/enums.ts";
import type { ChallengeContent } from "../../reservation.ts";
import { hashRationale } from "../../storedBallot.ts";
import { formatEth } from "../../units.ts";
import { challengeEnd } from "../../view/index.ts";
import type { App } from "../app.ts";
import type { OpenChain } from "../chain.ts";
import { confirm } from "../confirm.ts";
import { type Context, contextOf, estimate, readView, send } from "../context.ts";
import { RefusedError } from "../exit.ts";
import { findWork } from "../find.ts";
import { table } from "../table.ts";
import { textOf, wordOf } from "../text.ts";
import { when } from "../times.ts";
import { untilReserved } from "./challenge/reserved.ts";

interface ChallengeFlags {
  direction: string;
  ground: string;
  reason: string;
  yes?: boolean;
}

export function addChallenge(program: Command, app: App): void {
  program
    .command("challenge <contribution>")
    .description("Challenges a score within its window: a second panel judges it again.")
    .requiredOption("--direction <up|down>", "whether the level is too low or too high")
    .requiredOption("--ground <ground>", "value, attribution, conflict, plagiarism or constitution")
    .requiredOption(
      "--reason <text>",
      "why, in words; @file reads it from a file. Its hash goes on the chain",
    )
    .option("-y, --yes", "send without asking")
    .action((contribution: string, flags: ChallengeFlags, own: Command) =>
      challenge(contextOf(app, own), contribution, flags),
    );
}

async function challenge(context: Context, text: string, flags: ChallengeFlags): Promise<void> {
  const { app, output } = context;
  const direction = Direction[wordOf("--direction", flags.direction, directionNames)];
  const ground = Ground[wordOf("--ground", flags.ground, groundNames)];
  const reason = textOf(app, "--reason", flags.reason);
  const chain = await context.chain();
  const account = context.signer(chain);
  const view = await readView(chain, output);
  const work = findWork(view, text);
  const { contribution } = work;
  if (work.challenge !== undefined)
    throw new RefusedError(`The score of ${contribution} was challenged already, and can be only once.`);
  const { deployment } = chain.network;
  const [fee, bond] = await priceOf(chain, contribution, direction);
  const reasonHash = hashRationale(reason);
  const salt = bytesToHex(randomBytes(32));
  const content: ChallengeContent = { contribution, direction, ground, reasonHash, salt };

  output.say(
    table([
      ["contribution", contribution],
      ["level", `${work.level}, which is too ${direction === Direction.Up ? "low" : "high"}`],
      ["ground", flags.ground.toLowerCase()],
      ["fee", `${formatEth(fee)} for the second panel; back to you only out of slashes, if you win`],
      ["bond", `${formatEth(bond)}, which goes to the commons if the first panel was right`],
      ["window", `ends ${when(challengeEnd(view, work), view.timestamp)}`],
    ]),
  );
  // Two transactions; the second can be tried only once the first is a block old.
  const reservation = reserveCall(deployment, account.address, content);
  await estimate(chain, account, reservation);
  await confirm(app, "Challenge it?", flags.yes ?? false);
  await send(chain, account, reservation, context);
  const call = challengeCall(deployment.addresses, content, fee + bond);
  await untilReserved(context, chain, account, call);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  output.result(
    {
      contribution,
      direction: directionNames[direction],
      ground: groundNames[ground],
      reasonHash,
      fee,
      bond,
      transactionHash,
      blockNumber,
    },
    `Challenged ${contribution} in block ${blockNumber}. Publish the reason: its hash is ${reasonHash}.`,
  );
}

async function priceOf(
  { client, network }: OpenChain,
  contribution: ChallengeContent["contribution"],
  direction: Direction,
): Promise<readonly [bigint, bigint]> {
  const { disputes: address } = network.deployment.addresses;
  const args = [contribution, direction] as const;
  try {
    return await client.readContract({ address, abi: disputesAbi, functionName: "priceOf", args });
  } catch (error) {
    throw explain(error);
  }
}
