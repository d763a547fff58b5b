import type { Addresses } from "../addresses.ts";
import { applyDisputes } from "./disputes.ts";
import { applyFund } from "./fund.ts";
import type { ProtocolLog } from "./logs.ts";
import { applyMoney } from "./money.ts";
import { applyOffices } from "./offices.ts";
import { applySeats } from "./seats.ts";
import type { View } from "./types.ts";
import { applyJudgement, applySettlement } from "./works.ts";

export function emptyView(): View {
  return {
    block: -1n,
    timestamp: 0n,
    works: new Map(),
    pools: new Map(),
    credits: new Map(),
    withdrawn: new Map(),
    links: new Map(),
    epochs: new Map(),
    clock: undefined,
    rules: new Map(),
    seats: new Map(),
    stints: new Map(),
    slashes: new Map(),
    reservations: new Map(),
    forfeited: new Set(),
    fund: { azr: 0n, owed: new Map(), books: new Map(), claimed: new Set(), stipends: 0n },
  };
}

/** Applies one event of the protocol, in chain order. Each has one place; those without a state of the view pass by. */
export function apply(
  view: View,
  log: ProtocolLog,
  addresses: Pick<Addresses, "azoraToken" | "citadelFund">,
): void {
  applyOffices(view, log);
  applySeats(view, log);
  applyJudgement(view, log);
  applyDisputes(view, log);
  applySettlement(view, log);
  applyMoney(view, log, addresses.azoraToken);
  applyFund(view, log, addresses);
}
