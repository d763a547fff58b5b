import { zeroAddress } from "viem";
import type { Schemas } from "../../api/client.ts";
import { NodeKind } from "../../generated/enums.ts";
import { nodeKind } from "../../node.ts";
import type { Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import type { Row } from "../Examiner.ts";
import { by } from "../facts.ts";

type Bucket = Schemas["Bucket"];

const PERIODS = { hour: 3_600, day: 86_400 } as const;
export type Period = keyof typeof PERIODS;

interface Counts {
  registered: number;
  accepted: number;
  rejected: number;
  settled: number;
  judged: number;
  challenged: number;
  voted: number;
  minted: bigint;
  paid: bigint;
  withdrawn: bigint;
  fundIn: bigint;
  fundOut: bigint;
}

const nothing = (): Counts => ({
  registered: 0,
  accepted: 0,
  rejected: 0,
  settled: 0,
  judged: 0,
  challenged: 0,
  voted: 0,
  minted: 0n,
  paid: 0n,
  withdrawn: 0n,
  fundIn: 0n,
  fundOut: 0n,
});

/** Hours or days in which something happened, first first. */
export function bucketRows(at: At, period: Period): Row<Bucket>[] {
  const length = PERIODS[period];
  const buckets = new Map<number, Counts>();
  const note = ({ time }: { time: number }, add: (counts: Counts) => void) => {
    const start = time - (time % length);
    const counts = buckets.get(start) ?? nothing();
    buckets.set(start, counts);
    add(counts);
  };
  countDecisions(at, note);
  countMoney(at, note);
  let [supply, fund] = [0n, 0n];
  return [...buckets]
    .sort(([a], [b]) => a - b)
    .map(([start, counts]) => {
      supply += counts.minted;
      fund += counts.fundIn - counts.fundOut;
      const levels = { supply: supply.toString(), fund: fund.toString() };
      return { key: [start], expect: () => bucketOf(start, start + length, counts, levels) };
    });
}

type Note = (entry: { time: number }, add: (counts: Counts) => void) => void;

function countDecisions({ book }: At, note: Note): void {
  const each = (
    entries: readonly { time: number }[],
    field: keyof Counts & ("registered" | "settled" | "judged" | "challenged" | "voted"),
  ) => {
    for (const entry of entries)
      note(entry, (counts) => {
        counts[field] += 1;
      });
  };
  each(book.all("Registered"), "registered");
  each(book.all("Settled"), "settled");
  each(book.all("Revealed"), "judged");
  each(book.all("Challenged"), "challenged");
  each(book.all("VoteCast"), "voted");
  each(book.all("VoteCastWithParams"), "voted");
  for (const entry of book.all("Finalized"))
    note(entry, (counts) => {
      counts[entry.args.points === 0n ? "rejected" : "accepted"] += 1;
    });
}

function countMoney(at: At, note: Note): void {
  const { book, azr, deployment } = at;
  const { citadelFund } = deployment.addresses;
  for (const entry of book.all("Transfer")) {
    const { from, to, value } = entry.args;
    if (from !== zeroAddress && to !== citadelFund && from !== citadelFund) continue;
    note(entry, (counts) => {
      if (from === zeroAddress) counts.minted += value;
      if (to === citadelFund) counts.fundIn += value;
      if (from === citadelFund) counts.fundOut += value;
    });
  }
  for (const entry of book.of("Flowed", "token", azr))
    note(entry, (counts) => {
      counts.paid += paidToAccounts(entry);
    });
  for (const entry of book.of("Withdrawn", "token", azr))
    note(entry, (counts) => {
      counts.withdrawn += entry.args.amount;
    });
}

const paidToAccounts = ({ args }: Entry<"Flowed">): bigint =>
  args.payments
    .filter(({ node }) => nodeKind(node) === NodeKind.Account)
    .reduce((sum, { amount }) => sum + amount, 0n);

function bucketOf(
  start: number,
  end: number,
  { minted, paid, withdrawn, fundIn, fundOut, ...counts }: Counts,
  levels: Pick<Bucket, "supply" | "fund">,
) {
  return {
    ...by("the times of all logs", { start, end }),
    ...by("the logs of works, votes and challenges", counts),
    ...by("the logs Transfer, Flowed and Withdrawn", {
      minted: minted.toString(),
      paid: paid.toString(),
      withdrawn: withdrawn.toString(),
      fundIn: fundIn.toString(),
      fundOut: fundOut.toString(),
    }),
    ...by("the logs Transfer", levels),
  };
}
