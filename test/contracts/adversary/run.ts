// npm run adversaries [-- --seeds N] [--only NAME] [--write]
//
// Lets every adversary play many times against the reference model, and prints what it can expect. With --write that becomes
// what the tests and SECURITY.md are held to.

import { parseArgs } from "node:util";
import { adversaries } from "./programs/index.ts";
import { writeResults } from "./results.ts";
import { AZR_IN_ETH, measure, NOISE, PROMISED, type Row, sampleAt, upperBound } from "./statistics.ts";
import { flightSentence, tableOf } from "./table.ts";

const SEEDS = 1_000;

const { values } = parseArgs({
  options: { seeds: { type: "string" }, only: { type: "string" }, write: { type: "boolean" } },
});
const seeds = Number(values.seeds ?? SEEDS);
const { only, write } = values;
const chosen = adversaries.filter(({ name }) => only === undefined || name.includes(only));
if (!Number.isInteger(seeds) || seeds < 1) stop(`--seeds takes a whole number, not "${values.seeds}"`);
if (chosen.length === 0)
  stop(`there is no adversary "${only}", only: ${adversaries.map(({ name }) => name).join(", ")}`);
if (write && seeds !== SEEDS) stop(`--write takes ${SEEDS} seeds, without --seeds`);

const started = performance.now();
const rows: Row[] = [];
for (const adversary of chosen) {
  const from = performance.now();
  rows.push(await measure(adversary, seeds));
  process.stderr.write(`${adversary.name}: ${((performance.now() - from) / 1_000).toFixed(0)} s\n`);
}

console.log(
  `Profit a try in ETH, of ${seeds} seeds, with an AZR at ${AZR_IN_ETH.toFixed(6)} ETH and readings that err by ${NOISE} level.`,
);
for (const line of [...tableOf(rows), flightSentence(rows)]) console.log(line);
for (const row of rows) {
  const harms = row.samples.flatMap((each) => each.harms);
  if (harms.length > 0) complain(`HARM by the ${row.name}: ${[...new Set(harms)].join("; ")}.`);
  const most = upperBound(sampleAt(row, PROMISED));
  if (row.unprevented || most <= 0) continue;
  complain(`The ${row.name} may gain at ${PROMISED * 100}%: up to ${most.toFixed(4)} ETH.`);
}
if (write)
  writeResults(
    rows,
    adversaries.map(({ name }) => name),
  );
console.log(`${chosen.length} adversaries in ${((performance.now() - started) / 1_000).toFixed(0)} s.`);

function complain(sentence: string): void {
  console.log(sentence);
  process.exitCode = 1;
}

function stop(sentence: string): never {
  console.error(`npm run adversaries: ${sentence}.`);
  process.exit(2);
}
