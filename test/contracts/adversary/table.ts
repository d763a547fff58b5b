import { model } from "@azora/sdk";
import { modelStage } from "./beginning.ts";
import { flightWatcher, OPEN_SCORES } from "./programs/challenges.ts";
import { breakEvenPrice, breakEvenShare, PROMISED, type Row, SHARES, sampleAt, WEI } from "./statistics.ts";

const HEAD = [
  "adversary",
  ...SHARES.map((share) => `at ${percent(share)}`),
  `± at ${percent(PROMISED)}`,
  "gains from",
  "or AZR dearer than",
  "what stops it",
];

/** One line an adversary, for a terminal and for SECURITY.md. Profits are in ETH a try. */
export function tableOf(rows: readonly Row[]): string[] {
  const cells = [HEAD, HEAD.map(() => "---"), ...rows.map(cellsOf)];
  return cells.map((line) => `| ${line.join(" | ")} |`);
}

/** What copying reservations in flight depends on, in a sentence for a terminal and for SECURITY.md. */
export function flightSentence(rows: readonly Row[]): string {
  const row = rows.find(({ name }) => name === flightWatcher.name);
  if (row === undefined) return "";
  const deposit = Number(model.protocol.depositRequired(modelStage(0).state)) / WEI;
  const evenAt = (share: number) => (OPEN_SCORES + sampleAt(row, share).profit / deposit).toFixed(1);
  return `Copying reservations in flight gets even at ${evenAt(0)} open scores without a hostile judge, and at ${evenAt(PROMISED)} with ${percent(PROMISED)} of the seats.`;
}

function cellsOf(row: Row): string[] {
  const from = breakEvenShare(row);
  const price = breakEvenPrice(sampleAt(row, PROMISED));
  return [
    row.name,
    ...SHARES.map((share) => ether(sampleAt(row, share).profit)),
    ether(sampleAt(row, PROMISED).error),
    from === undefined ? "none tried" : percent(from),
    price === undefined ? "never" : `${price.toFixed(6)} ETH`,
    row.stoppedBy,
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function ether(amount: number): string {
  const text = amount.toFixed(4);
  return Number(text) === 0 ? "0" : text;
}
