import type { LocalAccount } from "viem";
import { connectWallet } from "../../../connect.ts";
import type { GitHistory } from "../../../git/index.ts";
import { type ImportProgress, type ImportResult, importHistory } from "../../../importer/index.ts";
import { formatEth, formatPpm } from "../../../units.ts";
import type { OpenChain } from "../../chain.ts";
import type { Context } from "../../context.ts";
import { parseEth, parseWhole } from "../../parse.ts";
import { cut, plural, table } from "../../table.ts";
import { planText } from "./plan.ts";

export interface ImportFlags {
  dryRun?: boolean;
  maxOpen?: string;
  maxBond?: string;
  wait: boolean;
}

/** Shows the plan and registers it, as far as it is not registered. */
export async function registerHistory(
  { app, output }: Context,
  { client, network }: OpenChain,
  account: LocalAccount,
  history: GitHistory,
  flags: ImportFlags,
): Promise<void> {
  const { maxOpen, maxBond, wait } = flags;
  const limits = {
    ...(maxOpen !== undefined && { maxOpen: parseWhole("--max-open", maxOpen, 1, 10_000) }),
    ...(maxBond !== undefined && { maxBond: parseEth("--max-bond", maxBond) }),
  };
  output.say(`${planText(history)}\n`);
  const wallet = connectWallet(network, account);
  const onProgress = ({ step, sentence, registered, total }: ImportProgress) => {
    if (step === "dropped") output.warn(sentence);
    else output.update(`${registered} of ${total} registered. ${sentence}`);
  };
  const { signal } = app;
  const result = await importHistory({
    client,
    wallet,
    network,
    history,
    wait,
    onProgress,
    signal,
    ...limits,
  });
  output.result({ registrant: account.address, ...result }, resultText(result));
}

function resultText({
  registered,
  alreadyThere,
  waiting,
  dropped,
  contributions,
  bonds,
}: ImportResult): string {
  const rows = contributions.map(({ node, title }) => [`${node.slice(0, 18)}…`, cut(title, 70)]);
  const lines = [
    table(rows),
    "",
    `${plural(registered, "contribution")} registered now, ${alreadyThere} before.`,
    ...(bonds > 0n
      ? [`Bonds put down: ${formatEth(bonds)}. They come back when the works are accepted.`]
      : []),
    ...(waiting > 0 ? [`${waiting} wait for works that they cite, or for room: run it again later.`] : []),
    ...dropped.map(({ key, upstream, weight }) => {
      return `${cut(key, 40)} could not cite ${cut(upstream, 40)} (${formatPpm(BigInt(weight))}), which was not accepted.`;
    }),
  ];
  return lines.join("\n");
}
