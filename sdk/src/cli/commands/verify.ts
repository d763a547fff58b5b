import type { Command } from "commander";
import { formatAzr, short } from "../../units.ts";
import { type Progress, type Report, replay, reportToJson } from "../../verify/index.ts";
import type { App } from "../app.ts";
import { type Context, contextOf } from "../context.ts";
import { CheckFailed, UsageError } from "../exit.ts";
import { parseWhole } from "../parse.ts";
import { plural, table } from "../table.ts";
import { verifyApi } from "./verify/api.ts";

const SHOWN = 10;

const STEPS: Readonly<Record<Progress["step"], string>> = {
  logs: "Reading logs: blocks",
  replay: "Recomputing: events",
  headers: "Checking draws: headers",
  proofs: "Proving: leaves",
};

export function addVerify(program: Command, app: App): void {
  program
    .command("verify")
    .description(
      "Recomputes everything from the chain's logs alone, or holds all that an API says to the chain. Exits with 1 if anything does not follow.",
    )
    .option("--to-block <number>", "the last block that counts (default: the latest)")
    .option("--api <url>", "hold what this API says to the chain, and end with the first lie")
    .option("--sample <number>", "with --api: ask for so many of a kind one by one (default: all)")
    .action((flags: Flags, own: Command) => {
      if (flags.api !== undefined) return verifyApi(contextOf(app, own), { ...flags, api: flags.api });
      if (flags.sample !== undefined) throw new UsageError("--sample goes with --api.");
      return verify(contextOf(app, own), flags.toBlock);
    });
}

interface Flags {
  toBlock?: string;
  api?: string;
  sample?: string;
}

async function verify({ app, output, chain }: Context, toBlock?: string): Promise<void> {
  const last =
    toBlock === undefined ? undefined : parseWhole("--to-block", toBlock, 0, Number.MAX_SAFE_INTEGER);
  const { client, network } = await chain();
  const { block } = network.deployment;
  if (last !== undefined && last < block)
    throw new UsageError(`--to-block must be ${block} or later: the deployment began in that block.`);
  const report = await replay(client, network.deployment, {
    toBlock: last === undefined ? undefined : BigInt(last),
    onProgress({ step, done, total }) {
      app.signal.throwIfAborted();
      output.update(`${STEPS[step]} ${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}.`);
    },
  });
  output.result(reportToJson(report), reportText(report));
  if (report.problems.length > 0) throw new CheckFailed();
}

function reportText(report: Report): string {
  const { problems } = report;
  const figures = [
    ["up to block", `${report.block}`],
    [
      "contributions",
      `${report.contributions}, ${report.settled} of them paid in ${plural(report.epochs, "epoch")}`,
    ],
    ["minted", formatAzr(report.minted)],
    ["to the commons", formatAzr(report.citadel)],
    ["contributors", `${report.contributors}`],
    ["withdrawn", formatAzr(report.withdrawn)],
    [
      "direct rewards",
      `${report.rewards}${report.tokens.length > 0 ? `, in ${plural(report.tokens.length, "other token")}` : ""}`,
    ],
    ...report.tokens.map(({ token, booked, held }) => [
      `token ${short(token)}`,
      `${booked} booked, ${held === undefined ? "and it does not say what it holds" : `${held} held`}${held !== undefined && held < booked ? ": LESS THAN BOOKED" : ""}`,
    ]),
    ["stipends", formatAzr(report.stipends)],
    ["voice", `${formatAzr(report.units)} in units`],
    [
      "audit ledger",
      `${plural(report.ledgerSize, "leaf").replace("leafs", "leaves")}, ${report.ledgerVerified ? "every one proven" : "NOT proven"}`,
    ],
    ["its root", report.ledgerRoot],
  ];
  const shown = problems
    .slice(0, SHOWN)
    .map(({ code, sentence, where }) => `  ${code}: ${sentence} (${where})`);
  const verdict =
    problems.length === 0
      ? "All of it follows from the chain's logs."
      : `${plural(problems.length, "problem")}, the first of them:`;
  return [table(figures), "", verdict, ...shown].join("\n");
}
