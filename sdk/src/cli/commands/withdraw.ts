import type { Command } from "commander";
import type { App } from "../app.ts";
import { contextOf } from "../context.ts";
import { UsageError } from "../exit.ts";
import { withdrawAzr } from "./withdraw/azr.ts";
import { withdrawEther } from "./withdraw/ether.ts";

export interface WithdrawFlags {
  to?: string;
  for?: string;
  ether?: boolean;
}

export function addWithdraw(program: Command, app: App): void {
  program
    .command("withdraw")
    .description("Pays out what an account is owed: AZR, or with --ether the bonds that came back.")
    .option("--to <address>", "pay it to this address (default: the account itself)")
    .option("--for <address>", "pay what this account is owed to itself; anyone may")
    .option("--ether", "ETH instead of AZR: bonds that were returned")
    .action(async (flags: WithdrawFlags, own: Command) => {
      if (flags.to !== undefined && flags.for !== undefined) {
        throw new UsageError("Only the account itself chooses where it goes: give either --to or --for.");
      }
      const pay = flags.ether ? withdrawEther : withdrawAzr;
      await pay(contextOf(app, own), flags);
    });
}
