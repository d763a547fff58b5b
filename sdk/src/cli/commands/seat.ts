import type { Command } from "commander";
import type { App } from "../app.ts";
import { contextOf } from "../context.ts";
import { enter } from "./seat/enter.ts";
import { exit } from "./seat/exit.ts";
import { show } from "./seat/show.ts";
import { topUp } from "./seat/topUp.ts";
import { withdraw } from "./seat/withdraw.ts";

export interface SeatFlags {
  yes?: boolean;
  amount?: string;
}

/** A judge's seat: taking it, giving it up, and the bond behind it. */
export function addSeat(program: Command, app: App): void {
  const seat = program
    .command("seat")
    .description("A judge's seat: takes it, gives it up, and pays its bond in and out.")
    .helpCommand(false);
  seat
    .command("show [account]")
    .description("Shows the seat of an account and its bonds (default: of the one that signs).")
    .action((account: string | undefined, _flags: SeatFlags, own: Command) =>
      show(contextOf(app, own), account),
    );
  seat
    .command("enter")
    .description("Takes a seat, with its bond; for whoever has earned enough, or is named at genesis.")
    .option("-y, --yes", "send without asking")
    .action((flags: SeatFlags, own: Command) => enter(contextOf(app, own), flags));
  seat
    .command("exit")
    .description("Gives the seat up. Its bond stays locked until no duty can be left.")
    .option("-y, --yes", "send without asking")
    .action((flags: SeatFlags, own: Command) => exit(contextOf(app, own), flags));
  seat
    .command("top-up")
    .description("Fills a bond up that was slashed.")
    .option("--amount <eth>", "how much (default: all that is missing)")
    .option("-y, --yes", "send without asking")
    .action((flags: SeatFlags, own: Command) => topUp(contextOf(app, own), flags));
  seat
    .command("withdraw")
    .description("Pays out the bonds of seats that ended, as soon as they are unlocked.")
    .option("-y, --yes", "send without asking")
    .action((flags: SeatFlags, own: Command) => withdraw(contextOf(app, own), flags));
}
