import * as tables from "@azora/indexer/schema";
import { joinNodes, LeafKind, nodesOf, protocolEvents } from "@azora/sdk";
import { zeroAddress } from "viem";
import type { Happened, Past } from "../Past.ts";
import { countPeople } from "./people.ts";
import { idOf, placeOf, sumOf, type Truths, truth } from "./truth.ts";

function nodesIn(log: Happened) {
  const event = protocolEvents.find(({ name }) => name === log.eventName);
  // What anybody anchors under the name of a work is no news of it.
  const isAnchor = log.eventName === "Appended" && log.args.kind === LeafKind.Anchored;
  const args = isAnchor ? { ...log.args, subject: undefined } : (log.args ?? {});
  return nodesOf(event?.inputs ?? [], args);
}

/** One row of totals. Whatever a contract tells of them is asked of it. */
function totals(past: Past) {
  const of: Past["of"] = (...names) => past.of(...names);
  const isEther = (log: Happened<"Granted">) => log.args.token === zeroAddress;
  return {
    id: 1,
    contributions: of("Registered").length,
    settled: of("Settled").length,
    rejected: of("Finalized").filter(({ args }) => args.points === 0n).length,
    people: countPeople(past),
    voided: of("Voided").length - of("Reopened").length,
    citadel: sumOf(of("Settled").map(({ args }) => args.citadel)),
    withdrawn: sumOf(of("Withdrawn").flatMap(({ args }) => (past.isAzr(args.token) ? [args.amount] : []))),
    citadelEther:
      sumOf(of("Received").map(({ args }) => args.amount)) -
      sumOf(of("Granted").flatMap((log) => (isEther(log) ? [log.args.amount] : []))) -
      sumOf(of("FeePaid").map(({ args }) => args.amount)),
    lastStop:
      of("Stopped")
        .map((log) => idOf(past, log))
        .at(-1) ?? null,
  };
}

export const chainTruths: Truths = (past) => [
  truth(tables.block, [...past.headers.values()]),
  truth(tables.protocol, [totals(past)]),
  truth(
    tables.leaf,
    past.of("Appended").map((log) => ({ index: log.args.index, ...placeOf(log) })),
  ),
  truth(
    tables.event,
    past.logs.map((log) => ({
      ...placeOf(log),
      logIndex: log.logIndex,
      name: past.nameOf(log),
      nodes: joinNodes(nodesIn(log)),
    })),
  ),
];
