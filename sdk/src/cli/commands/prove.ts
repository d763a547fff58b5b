import type { Command } from "commander";
import type { App } from "../app.ts";
import { type Context, contextOf } from "../context.ts";
import { UsageError } from "../exit.ts";
import { parseWhole } from "../parse.ts";
import { readChainLedger } from "./prove/chainLedger.ts";
import { checkProof } from "./prove/check.ts";
import { consistencyOf, inclusionOf, leavesOf } from "./prove/proofs.ts";

interface ProveFlags {
  consistency?: string;
  check?: string;
}

export function addProve(program: Command, app: App): void {
  program
    .command("prove [what]")
    .description("Proves that a leaf, or all leaves of a contribution, are in the audit ledger. Prints JSON.")
    .option("--consistency <size>", "prove that the ledger of that size was only appended to")
    .option("--check <file>", "check a proof against the chain")
    .action((what: string | undefined, flags: ProveFlags, own: Command) =>
      prove(contextOf(app, own), what, flags),
    );
}

async function prove(context: Context, what: string | undefined, flags: ProveFlags): Promise<void> {
  const { consistency, check } = flags;
  if ([what, consistency, check].filter((each) => each !== undefined).length !== 1) {
    throw new UsageError(
      "Write prove with a leaf's index or a contribution, or with --consistency SIZE or --check FILE.",
    );
  }
  if (check !== undefined) return checkProof(context, check);
  const size =
    consistency === undefined
      ? undefined
      : parseWhole("--consistency", consistency, 1, Number.MAX_SAFE_INTEGER);
  const chain = await context.chain();
  const ledger = await readChainLedger(chain, context);
  const proof =
    size === undefined ? inclusionOf(ledger, leavesOf(ledger, what ?? "")) : consistencyOf(ledger, size);
  context.output.print(proof);
}
