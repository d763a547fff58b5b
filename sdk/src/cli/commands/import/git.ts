import path from "node:path";
import {
  type Grouping,
  type HistoryOptions,
  OptionOutOfRangeError,
  openRepository,
  type Progress,
  readHistory,
} from "../../../git/index.ts";
import { readForImport } from "../../../importer/index.ts";
import type { Context } from "../../context.ts";
import { parseWhole } from "../../parse.ts";
import { plural } from "../../table.ts";
import { showPlan } from "./plan.ts";
import { type ImportFlags, registerHistory } from "./register.ts";

export interface GitFlags extends ImportFlags {
  since?: string;
  max?: string;
  group?: string;
  ref?: string;
}

export async function importGit(context: Context, folder: string, flags: GitFlags): Promise<void> {
  const { app, output } = context;
  const options = optionsOf(flags);
  const where = path.resolve(app.cwd, folder);
  // First, so that a folder without a history is told from a missing chain.
  const { root } = await openRepository(where);
  if (root !== where) output.say(`Reading the whole repository ${root}.`);
  const onProgress = (progress: Progress) => {
    app.signal.throwIfAborted();
    output.update(readingSentence(progress));
  };
  if (flags.dryRun) return showPlan(context, await readHistory(where, options, onProgress));

  const chain = await context.chain();
  const account = context.signer(chain, "practice:registrant");
  const { client, network } = chain;
  const registrant = account.address;
  const history = await readForImport({ client, network, registrant, path: where, options, onProgress });
  await registerHistory(context, chain, account, history, flags);
}

function optionsOf({ since, max, group, ref }: GitFlags): HistoryOptions {
  return {
    ...(since !== undefined && { since }),
    ...(ref !== undefined && { ref }),
    ...(max !== undefined && { max: parseWhole("--max", max, 1, 1_000) }),
    ...(group !== undefined && { group: groupingOf(group) }),
  };
}

function groupingOf(text: string): Grouping {
  if (isGrouping(text)) return text;
  throw new OptionOutOfRangeError(
    "--group",
    text,
    "auto, releases, merges or commits:N with N from 1 to 1,000,000",
  );
}

function isGrouping(text: string): text is Grouping {
  return /^(auto|releases|merges|commits:\d{1,7})$/.test(text);
}

function readingSentence({ stage, done, total }: Progress): string {
  if (stage === "merges") return "Reading the merges.";
  const noun = stage === "commits" ? "commit" : "contribution";
  return `Read ${done.toLocaleString("en-US")} of ${plural(total, noun)}.`;
}
