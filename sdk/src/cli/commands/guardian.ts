import type { Command } from "commander";
import { zeroAddress } from "viem";
import { constitutionAbi, proofOfValueAbi } from "../../generated/abis.ts";
import { Guardianship } from "../../generated/constants.ts";
import { liftStopCall, stopCall } from "../../governanceCalls.ts";
import { hashRationale } from "../../storedBallot.ts";
import { formatTime } from "../../units.ts";
import type { App } from "../app.ts";
import type { OpenChain } from "../chain.ts";
import { type Context, contextOf, send } from "../context.ts";
import { parseWhole } from "../parse.ts";
import { preview } from "../preview.ts";
import { table } from "../table.ts";
import { textOf } from "../text.ts";
import { due, when } from "../times.ts";

interface StopFlags {
  hours: string;
  reason: string;
  yes?: boolean;
}

const HOUR = 3_600n;

/** The office that can stop new registrations for a while: what it is now, and its two acts. */
export function addGuardian(program: Command, app: App): void {
  const guardian = program
    .command("guardian")
    .description("Who may stop new registrations for a while: shows the office, and acts in it.");
  guardian
    .command("show")
    .description("Shows who is guardian, until when, and whether registrations are stopped.")
    .action((_: unknown, own: Command) => show(contextOf(app, own)));
  guardian
    .command("stop")
    .description("Stops new registrations and reopenings for a while, as the guardian.")
    .requiredOption("--hours <number>", "for how long, 168 at most")
    .requiredOption(
      "--reason <text>",
      "why, in words; @file reads it from a file. Its hash goes on the chain",
    )
    .option("-y, --yes", "send without asking")
    .action((flags: StopFlags, own: Command) => stop(contextOf(app, own), flags));
  guardian
    .command("lift")
    .description("Ends a stop early, as the guardian.")
    .option("-y, --yes", "send without asking")
    .action((flags: { yes?: boolean }, own: Command) => lift(contextOf(app, own), flags.yes ?? false));
}

async function show(context: Context): Promise<void> {
  const chain = await context.chain();
  const { account, termEnd, nextStopAt, stoppedUntil, now } = await readOffice(chain);
  const isVacant = account === zeroAddress;
  const isStopped = stoppedUntil > now;
  context.output.result(
    { guardian: isVacant ? null : account, termEnd, nextStopAt, stoppedUntil, isStopped },
    table([
      ["guardian", isVacant ? "nobody" : account],
      ...(isVacant ? [] : [["term", termEnd > now ? `ends ${when(termEnd, now)}` : "over"] as const]),
      ["registrations", isStopped ? `stopped, open again ${when(stoppedUntil, now)}` : "open"],
      ["next stop", isVacant ? "by nobody" : due(nextStopAt, now)],
    ]),
  );
}

async function stop(context: Context, { hours, reason, yes = false }: StopFlags): Promise<void> {
  const most = Number(Guardianship.LONGEST_STOP / HOUR);
  const duration = BigInt(parseWhole("--hours", hours, 1, most)) * HOUR;
  const reasonHash = hashRationale(textOf(context.app, "--reason", reason));
  const chain = await context.chain();
  const account = context.signer(chain);
  const { now } = await readOffice(chain);
  const call = stopCall(chain.network.deployment.addresses, duration, reasonHash);
  const rows = [
    ["stops", "new registrations and reopenings; nothing that is registered"],
    ["until", when(now + duration, now)],
    ["next stop", `not before ${formatTime(now + Guardianship.STOP_INTERVAL)}`],
  ] as const;
  await preview(context, chain, account, call, rows, "Stop registrations?", yes);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  const { stoppedUntil } = await readOffice(chain, blockNumber);
  context.output.result(
    { stoppedUntil, reasonHash, transactionHash, blockNumber },
    `Registrations are stopped until ${formatTime(stoppedUntil)}. Publish the reason: its hash is ${reasonHash}.`,
  );
}

async function lift(context: Context, yes: boolean): Promise<void> {
  const chain = await context.chain();
  const account = context.signer(chain);
  const { stoppedUntil, nextStopAt, now } = await readOffice(chain);
  const call = liftStopCall(chain.network.deployment.addresses);
  const rows = [
    ["stopped", `until ${when(stoppedUntil, now)}`],
    ["next stop", `${due(nextStopAt, now)}: no sooner for this`],
  ] as const;
  await preview(context, chain, account, call, rows, "Lift the stop?", yes);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  context.output.result(
    { until: stoppedUntil, transactionHash, blockNumber },
    `Registrations are open again, from block ${blockNumber} on.`,
  );
}

/** Times in seconds. @param blockNumber The latest block unless said. */
async function readOffice({ client, network }: OpenChain, blockNumber?: bigint) {
  const { constitution, proofOfValue } = network.deployment.addresses;
  const at = blockNumber === undefined ? {} : { blockNumber };
  const [[account, termEnd, nextStopAt], stoppedUntil, { timestamp: now }] = await Promise.all([
    client.readContract({ ...at, address: constitution, abi: constitutionAbi, functionName: "guardian" }),
    client.readContract({ ...at, address: proofOfValue, abi: proofOfValueAbi, functionName: "stoppedUntil" }),
    client.getBlock(at),
  ]);
  const [end, next, until] = [BigInt(termEnd), BigInt(nextStopAt), BigInt(stoppedUntil)];
  return { account, termEnd: end, nextStopAt: next, stoppedUntil: until, now };
}
