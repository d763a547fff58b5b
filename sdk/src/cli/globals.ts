import type { Command } from "commander";

/** Options of every command. */
export interface Globals {
  network?: string;
  rpc?: string;
  genesis?: string;
  block?: string;
  account?: string;
  keyFile?: string;
  json?: boolean;
  quiet?: boolean;
}

export function addGlobals(program: Command): void {
  program
    .option("--network <file>", "network file (or AZORA_NETWORK; default: .azora/start/network.json)")
    .option("--rpc <url>", "node to ask, instead of the network file's")
    .option(
      "--genesis <address>",
      "the deployment's Genesis, instead of a network file (with --rpc and --block)",
    )
    .option("--block <number>", "the block of that Genesis")
    .option(
      "--account <practice:role>",
      "sign as registrant, keeper, attestor, judge:<n> or person:<n> of a local chain",
    )
    .option("--key-file <file>", "sign with the private key in this file (or in AZORA_PRIVATE_KEY)")
    .option("--json", "results as JSON on stdout")
    .option("-q, --quiet", "no progress");
}
