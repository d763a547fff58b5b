import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import type { Hex } from "viem";
import { type CritiqueContent, critiqueCall } from "../../calls.ts";
import { Critics } from "../../generated/constants.ts";
import { Verdict, verdictNames } from "../../generated/enums.ts";
import { proposalSubject } from "../../governance.ts";
import type { Scores } from "../../ledger/preimages.ts";
import type { App } from "../app.ts";
import type { OpenChain } from "../chain.ts";
import { type Context, contextOf, readView, send } from "../context.ts";
import { UsageError } from "../exit.ts";
import { findWork } from "../find.ts";
import { parseWhole } from "../parse.ts";
import { preview } from "../preview.ts";
import { wordOf } from "../text.ts";
import { findProposal } from "./governance/proposals.ts";

interface CritiqueFlags {
  verdict: string;
  scores: string;
  document: string;
  selfCritique: string;
  yes?: boolean;
}

export function addCritique(program: Command, app: App): void {
  program
    .command("critique <contribution|proposal>")
    .description(
      "Records a critique, as a critic in office; the verdict flag also challenges the work's score.",
    )
    .requiredOption("--verdict <verdict>", "pass, concern or flag")
    .requiredOption("--scores <numbers>", "ethics,bias,fairness,transparency, each 0 to 100: 80,70,90,60")
    .requiredOption("--document <file>", "the critique; its SHA-256 goes on the chain")
    .requiredOption("--self-critique <file>", "what the critic says against its own critique; likewise")
    .option("-y, --yes", "send without asking")
    .action((subject: string, flags: CritiqueFlags, own: Command) =>
      critique(contextOf(app, own), subject, flags),
    );
}

async function critique(context: Context, text: string, flags: CritiqueFlags): Promise<void> {
  const verdict = wordOf("--verdict", flags.verdict, verdictNames);
  const scores = scoresOf(flags.scores);
  const documentHash = hashOf(context.app, "--document", flags.document);
  const critiqueHash = hashOf(context.app, "--self-critique", flags.selfCritique);
  const chain = await context.chain();
  const account = context.signer(chain);
  const subject = await subjectOf(context, chain, text);
  const content: CritiqueContent = {
    subject,
    verdict: Verdict[verdict],
    scores,
    documentHash,
    critiqueHash,
  };
  const call = critiqueCall(chain.network.deployment.addresses, content);
  const [ethics, bias, fairness, transparency] = scores;
  const rows = [
    ["subject", subject],
    ["verdict", verdict === "Flag" ? "flag: a second panel judges it again" : verdict.toLowerCase()],
    ["scores", `ethics ${ethics}, bias ${bias}, fairness ${fairness}, transparency ${transparency}`],
    ["critique", documentHash],
    ["self-critique", critiqueHash],
  ] as const;
  await preview(context, chain, account, call, rows, "Record it?", flags.yes ?? false);
  const { transactionHash, blockNumber } = await send(chain, account, call, context);
  context.output.result(
    { ...content, verdict, transactionHash, blockNumber },
    `Recorded in block ${blockNumber}. Publish both texts: their hashes are ${documentHash} and ${critiqueHash}.`,
  );
}

function scoresOf(text: string): Scores {
  const numbers = text
    .split(",")
    .map((each) => parseWhole("Each of --scores", each.trim(), 0, Critics.MAX_SCORE));
  const [ethics, bias, fairness, transparency, ...more] = numbers;
  if (
    ethics === undefined ||
    bias === undefined ||
    fairness === undefined ||
    transparency === undefined ||
    more.length > 0
  )
    throw new UsageError(`--scores takes four numbers: ethics,bias,fairness,transparency; it is "${text}".`);
  return [ethics, bias, fairness, transparency];
}

/** Of the file's bytes as they are, so that anybody with the file gets the same. */
function hashOf({ cwd }: App, option: string, name: string): Hex {
  const file = path.resolve(cwd, name);
  try {
    return `0x${createHash("sha256").update(readFileSync(file)).digest("hex")}`;
  } catch (cause) {
    throw new UsageError(`${option}: the file ${file} cannot be read.`, { cause });
  }
}

/** A contribution in hex, or a proposal by its number. */
async function subjectOf({ output }: Context, chain: OpenChain, text: string): Promise<Hex> {
  if (text.startsWith("0x")) return findWork(await readView(chain, output), text).contribution;
  return proposalSubject((await findProposal(chain, output, text)).id);
}
