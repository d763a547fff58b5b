import * as tables from "@azora/indexer/schema";
import { NodeKind, nodeKind } from "@azora/sdk";
import { zeroAddress } from "viem";
import { type Happened, isAfter, isSame, type Past } from "../Past.ts";
import { sumOf, type Truths, truth } from "./truth.ts";

const PERIODS = [3_600, 86_400];

type Counts = Partial<typeof tables.bucket.$inferSelect>;

/** What an event counts for in its hour and day; undefined if for nothing. */
function countsOf(past: Past, log: Happened): Counts | undefined {
  const { citadelFund } = past.deployment.addresses;
  switch (log.eventName) {
    case "Registered":
      return { registered: 1 };
    case "Finalized":
      return log.args.points > 0n ? { accepted: 1 } : { rejected: 1 };
    case "Settled":
      return { settled: 1 };
    case "Revealed":
      return { judged: 1 };
    case "Challenged":
      return { challenged: 1 };
    case "VoteCast":
    case "VoteCastWithParams":
      return { voted: 1 };
    case "Withdrawn":
      return past.isAzr(log.args.token) ? { withdrawn: log.args.amount } : undefined;
    case "Flowed":
      return past.isAzr(log.args.token) ? { paid: paidToAccounts(log) } : undefined;
    case "Transfer": {
      const { from, to, value } = log.args;
      const counts = {
        ...(from === zeroAddress && { minted: value }),
        ...(isSame(to, citadelFund) && { fundIn: value }),
        ...(isSame(from, citadelFund) && { fundOut: value }),
      };
      return Object.keys(counts).length > 0 ? counts : undefined;
    }
    default:
      return undefined;
  }
}

const paidToAccounts = ({ args }: Happened<"Flowed">): bigint =>
  sumOf(args.payments.flatMap(({ node, amount }) => (nodeKind(node) === NodeKind.Account ? [amount] : [])));

const WHOLE = ["registered", "accepted", "rejected", "settled", "judged", "challenged", "voted"] as const;
const AMOUNTS = ["minted", "paid", "withdrawn", "fundIn", "fundOut"] as const;

/** AZR in existence, and the fund's, right after a log. */
function levelsAfter(past: Past, last: Happened) {
  const moved = past.of("Transfer").filter((log) => !isAfter(log, last));
  const { citadelFund } = past.deployment.addresses;
  const sum = (isIt: (args: Happened<"Transfer">["args"]) => boolean) =>
    sumOf(moved.flatMap(({ args }) => (isIt(args) ? [args.value] : [])));
  return {
    supply: sum(({ from }) => from === zeroAddress),
    fund: sum(({ to }) => isSame(to, citadelFund)) - sum(({ from }) => isSame(from, citadelFund)),
  };
}

export const seriesTruths: Truths = (past) => {
  const counted = past.logs.flatMap((log) => {
    const counts = countsOf(past, log);
    return counts === undefined ? [] : [{ log, counts }];
  });
  const rows = PERIODS.flatMap((period) =>
    [...Map.groupBy(counted, ({ log }) => log.at - (log.at % BigInt(period)))].flatMap(([start, all]) => {
      const last = all.at(-1)?.log;
      if (last === undefined) return [];
      const whole = WHOLE.map((name) => [
        name,
        all.reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0),
      ]);
      const amounts = AMOUNTS.map((name) => [name, sumOf(all.map(({ counts }) => counts[name] ?? 0n))]);
      return { period, start, ...Object.fromEntries([...whole, ...amounts]), ...levelsAfter(past, last) };
    }),
  );
  return [truth(tables.bucket, rows)];
};
