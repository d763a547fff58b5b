import type { Command } from "commander";
import type { App } from "../app.ts";
import { type Context, contextOf } from "../context.ts";
import { UsageError } from "../exit.ts";
import { backup } from "./judge/backup.ts";
import { commit } from "./judge/commit.ts";
import { list } from "./judge/list.ts";
import { reveal } from "./judge/reveal.ts";

export interface JudgeFlags {
  level?: string;
  rationale?: string;
  replace?: boolean;
  ballot?: string;
  out?: string;
}

const HELP = `
judge list                      what waits for this account, with deadlines
judge <contribution> commit     votes blind: needs --level and --rationale
judge <contribution> reveal     opens the vote, in the reveal window
judge <contribution> backup     prints the ballot with its secret, or writes it to --out`;

const ACTIONS: Readonly<
  Record<string, (context: Context, contribution: string, flags: JudgeFlags) => Promise<void>>
> = {
  commit,
  reveal,
  backup,
};

export function addJudge(program: Command, app: App): void {
  program
    .command("judge <contribution> [action]")
    .description("Votes on a work, as a judge who was drawn.")
    .option("--level <number>", "0 to 10, see docs/rubric.md")
    .option("--rationale <text>", "why, in words; @file reads it from a file")
    .option("--replace", "replace a vote that was committed")
    .option("--ballot <file>", "reveal from a backup")
    .option("--out <file>", "write the backup there")
    .addHelpText("after", HELP)
    .action((contribution: string, action: string | undefined, flags: JudgeFlags, own: Command) =>
      judge(contextOf(app, own), contribution, action, flags),
    );
}

async function judge(context: Context, contribution: string, action: string | undefined, flags: JudgeFlags) {
  if (contribution === "list" && action === undefined) return list(context);
  const act = ACTIONS[action ?? ""];
  if (act === undefined) {
    throw new UsageError("Write judge list, or judge <contribution> with commit, reveal or backup.");
  }
  return act(context, contribution, flags);
}
