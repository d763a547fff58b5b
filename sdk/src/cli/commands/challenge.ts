import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import { bytesToHex, type LocalAccount } from "viem";
import { challengeCall } from "../../calls.ts";
import { disputesAbi } from "../../generated/abis.ts";
import { Reservations } from "../../generated/constants.ts";
import { Direction, directionNames, Ground, groundNames } from "../../generated/enums.ts";
import { isGroundFor } from "../../model/challenge.ts";
import type { Node } from "../../node.ts";
import { restOf } from "../../reservation.ts";
import { createReservation, lifetimeSeconds, type StoredReservation } from "../../storedReservation.ts";
import { formatEth, formatSeconds } from "../../units.ts";
import { challengeEnd } from "../../view/index.ts";
import type { App } from "../app.ts";
import type { OpenChain } from "../chain.ts";
import { confirm } from "../confirm.ts";
import { type Context, contextOf, readView, send } from "../context.ts";
import { CheckFailed, RefusedError, UsageError } from "../exit.ts";
import { findWork } from "../find.ts";
import { keptReservations } from "../reservations.ts";
import { table } from "../table.ts";
import { textOf, wordOf } from "../text.ts";
import { when } from "../times.ts";
import { priceOf, unsentFor, usableFor } from "./challenge/plan.ts";
import { type LiveReservation, liveReservations, releaseAll, releasedText } from "./challenge/release.ts";
import { otherReservations, requireTime, reserve } from "./challenge/reserve.ts";
import { untilRipe } from "./challenge/reserved.ts";

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
  const { direction, ground, reason } = claimOf(app, flags);
  const chain = await context.chain();
  const account = context.signer(chain);
  const view = await readView(chain, output);
  const work = findWork(view, text);
  const { contribution } = work;
  const live = liveReservations(chain, view, account, contribution);
  if (work.challenge !== undefined) return giveBack(context, chain, account, contribution, live);
  const { deployment } = chain.network;
  const { chainId } = deployment;
  const price = priceOf(view, work, direction);
  const salt = bytesToHex(randomBytes(32));
  const challenger = account.address;
  const fresh = createReservation({ chainId, challenger, contribution, direction, ground, reason, salt });
  const found = usableFor(live, view, fresh);
  const content = found?.kept ?? unsentFor(chain, view, fresh) ?? fresh;
  const deposit = found?.onChain.deposit ?? (await depositRequired(chain));
  const end = challengeEnd(view, work);
  if (found === undefined) {
    requireTime(chainId, view.timestamp, end);
    for (const other of otherReservations(chain, view, content)) output.say(other);
  }

  const [fee, bond] = price;
  const rest = restOf(price, deposit);
  const lost = formatSeconds(lifetimeSeconds(chainId));
  output.say(
    table([
      ["contribution", contribution],
      ["level", `${work.level}, which is too ${direction === Direction.Up ? "low" : "high"}`],
      ["ground", flags.ground.toLowerCase()],
      ["fee", `${formatEth(fee)} for the second panel; back to you only out of slashes, if you win`],
      ["bond", `${formatEth(bond)}, which goes to the commons if the first panel was right`],
      [
        "deposit",
        found === undefined
          ? `${formatEth(deposit)} to reserve it, which counts towards both; lost if you do not go on within about ${lost}`
          : `${formatEth(deposit)}, which you have paid in block ${found.onChain.block}`,
      ],
      ["rest", `${formatEth(rest)} with the challenge itself`],
      ["window", `ends ${when(end, view.timestamp)}`],
    ]),
  );
  const yes = flags.yes ?? false;
  const terms = { deposit, rest, end };
  const since = found?.onChain.block ?? (await reserve(context, chain, account, content, terms, yes));
  if (found !== undefined) await confirm(app, "Challenge it?", yes);
  const call = challengeCall(deployment.addresses, content, rest);
  try {
    const gas = await untilRipe(context, chain, account, call, since + BigInt(Reservations.MATURITY));
    const { transactionHash, blockNumber } = await send(chain, account, { ...call, gas }, context);
    output.result(
      {
        contribution,
        direction: directionNames[direction],
        ground: groundNames[ground],
        reasonHash: content.reasonHash,
        fee,
        bond,
        deposit,
        transactionHash,
        blockNumber,
      },
      `Challenged ${contribution} in block ${blockNumber}. Publish the reason: its hash is ${content.reasonHash}.`,
    );
  } catch (error) {
    if (!(await isLost(context, chain, account, contribution))) throw error;
    throw new CheckFailed(`The score of ${contribution} was challenged by somebody else first.`);
  }
  await releaseOthers(context, chain, account, contribution);
}

/** What was reserved of the work besides, by an interrupted command for instance, has no more use. */
async function releaseOthers(
  context: Context,
  chain: OpenChain,
  account: LocalAccount,
  contribution: Node,
): Promise<void> {
  const { folder, network } = chain;
  const kept = keptReservations(folder, network.deployment, account.address);
  if (kept.filter((each) => each.contribution === contribution).length < 2) return;
  const live = liveReservations(chain, await readView(chain, context.output), account, contribution);
  if (live.length === 0) return;
  const released = await releaseAll(network.deployment.addresses, live, (call) =>
    send(chain, account, call, context),
  );
  context.output.say(releasedText(contribution, released));
}

/** What is claimed. @throws UsageError before a deposit is paid for what would be refused */
function claimOf(
  app: App,
  flags: ChallengeFlags,
): Pick<StoredReservation, "direction" | "ground" | "reason"> {
  const direction = Direction[wordOf("--direction", flags.direction, directionNames)];
  const ground = Ground[wordOf("--ground", flags.ground, groundNames)];
  if (!isGroundFor(direction, ground))
    throw new UsageError(
      `--ground ${flags.ground.toLowerCase()} goes with --direction down: upward only value and conflict are grounds.`,
    );
  const reason = textOf(app, "--reason", flags.reason);
  return { direction, ground, reason };
}

/**
 * Whether somebody else came first: between the trial and its block as well, where a challenge is reverted without a reason.
 * Then the deposit comes back.
 */
async function isLost(
  context: Context,
  chain: OpenChain,
  account: LocalAccount,
  contribution: Node,
): Promise<boolean> {
  const view = await readView(chain, context.output);
  const made = view.works.get(contribution)?.challenge;
  if (made === undefined || made.challenger === account.address) return false;
  const live = liveReservations(chain, view, account, contribution);
  await giveBack(context, chain, account, contribution, live);
  return true;
}

/** The score is challenged: the deposits come back, if there are any. */
async function giveBack(
  context: Context,
  chain: OpenChain,
  account: LocalAccount,
  contribution: Node,
  live: readonly LiveReservation[],
): Promise<void> {
  if (live.length === 0)
    throw new RefusedError(`The score of ${contribution} was challenged already, and can be only once.`);
  const released = await releaseAll(chain.network.deployment.addresses, live, (call) =>
    send(chain, account, call, context),
  );
  context.output.result({ contribution, released }, releasedText(contribution, released));
}

const depositRequired = ({ client, network }: OpenChain): Promise<bigint> =>
  client.readContract({
    address: network.deployment.addresses.disputes,
    abi: disputesAbi,
    functionName: "depositRequired",
  });
