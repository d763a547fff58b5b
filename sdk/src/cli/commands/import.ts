import type { Command } from "commander";
import type { App } from "../app.ts";
import { contextOf } from "../context.ts";
import { type GeneratedFlags, importGenerated } from "./import/generated.ts";
import { type GitFlags, importGit } from "./import/git.ts";

export function addImport(program: Command, app: App): void {
  const command = program.command("import").description("Registers a history as contributions.");
  limits(
    command
      .command("git <path>")
      .description("Reads a git repository, shows how it would be divided, and registers it.")
      .option("--since <date|commit>", "leave out what is before it (first import only)")
      .option("--max <number>", "the most contributions (1 to 1,000; default 40)")
      .option("--group <rule>", "auto, releases, merges or commits:N")
      .option("--ref <ref>", "what to import (default HEAD)"),
  ).action((path: string, flags: GitFlags, own: Command) => importGit(contextOf(app, own), path, flags));
  limits(
    command
      .command("generated")
      .description("Makes up a history from a seed, and registers it.")
      .requiredOption("--seed <number>", "the same seed gives the same history everywhere")
      .option("--contributions <number>", "how many (1 to 1,000; default 36)")
      .option("--people <number>", "by how many people (1 to 100; default 9)"),
  ).action((flags: GeneratedFlags, own: Command) => importGenerated(contextOf(app, own), flags));
}

function limits(command: Command): Command {
  return command
    .option("--dry-run", "show the plan only; needs no chain")
    .option("--max-open <number>", "the most works that wait for a score at the same time (default 40)")
    .option("--max-bond <eth>", "the highest bond to pay for one work (default: 4 times the rule)")
    .option("--no-wait", "register what can be registered now, and leave the rest to a later run");
}
