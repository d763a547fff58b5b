import type { Postgres } from "../../../scripts/postgres.ts";
import { medianOf } from "../../support/median.ts";
import { tableOf, tenths, times, whole } from "../table.ts";
import { askOnce, type Load, load } from "./load.ts";
import { hasPgbench, pgbench } from "./pgbench.ts";
import { servePostgraphile } from "./postgraphile.ts";
import { FLAT, NESTED, type Read, readsOf } from "./reads.ts";
import { samplesOf } from "./samples.ts";
import { pinOthers, type ServerOptions, serveAzora, servePonder } from "./servers.ts";
import { statementsOf } from "./statements.ts";
import { steadyLoad } from "./steadyLoad.ts";

const SECONDS = 5;
const MIX_SECONDS = 5;
const MIXES = 5;
/** Requests a second of all ten in turns, and what the slowest of a hundred may take, in milliseconds. */
const RATE = 500;
const MOST_P99 = 25;
/** Of each read, so many of its samples. */
const OF_EACH = 20;
/** How many times the requests a second of Ponder's GraphQL. */
const LEAST_FLAT = 1.5;
const LEAST_NESTED = 5;
const LEAST_KEPT = 10;
/** How much longer a page may take of a table ten times as large, noise included. */
const MOST_OF_TENTH = 1.5;

export interface ApiBench {
  /** The product's index of a tenth of the data, and of all of it. */
  readonly small: ServerOptions;
  readonly large: ServerOptions;
  readonly postgres: Postgres;
  readonly withPostgraphile: boolean;
  say(line: string): void;
}

interface Measured {
  readonly read: Read;
  /** Each answer read anew. */
  readonly anew: Load;
  /** From memory, where the same was asked before of the same block. */
  readonly kept: Load;
  readonly ponder: Load | undefined;
  readonly postgraphile: Load | undefined;
  readonly database: Load | undefined;
  /** Each answer read anew, of a tenth of the data. */
  readonly ofTenth: Load;
}

/** Needs Linux, whose `taskset` gives a server its processor. The ten commonest reads, one server at a time on a processor of its own. Gives the aims that were missed. */
export async function benchApi(bench: ApiBench): Promise<string[]> {
  const { small, large, say, postgres } = bench;
  pinOthers([process.pid, postgres.pid]);
  const withPgbench = hasPgbench();

  const smalls = readsOf(await samplesOf(small.databaseUrl));
  const reads = readsOf(await samplesOf(large.databaseUrl));
  const results: Measured[] = [];
  for (const [k, read] of reads.entries()) {
    const asks = smalls[k]?.ours;
    if (asks === undefined) throw new Error(`${read.name} cannot be asked of the tenth.`);
    // The first server makes the API's own tables.
    const anew = await withServer(serveAzora(large, false), (url) => loadOf(url, read.ours));
    const statements = withPgbench ? await statementsOf(large, read.ours[0] ?? { path: "/" }) : undefined;
    results.push({
      read,
      anew,
      kept: await withServer(serveAzora(large, true), async (url) => {
        await askTwice(url, read.ours);
        return loadOf(url, read.ours);
      }),
      ponder:
        read.ponders && (await withServer(servePonder(large), (url) => loadOf(url, read.ponders ?? []))),
      postgraphile:
        bench.withPostgraphile && read.postgraphiles
          ? await withServer(servePostgraphile(large), (url) => loadOf(url, read.postgraphiles ?? []))
          : undefined,
      database:
        statements && pgbench(large.databaseUrl, statements, { seconds: SECONDS, folder: large.folder }),
      // One after the other, for a machine is not as fast at one time as at another.
      ofTenth: await withServer(serveAzora(small, false), (url) => loadOf(url, asks)),
    });
    say(`${read.name}: ${whole(results.at(-1)?.anew.requestsPerSecond ?? 0)} requests/s.`);
  }
  const mix = reads.flatMap(({ ours }) => ours.slice(0, OF_EACH));
  const mixed = await withServer(serveAzora(large, true), async (url) => {
    await askTwice(url, mix);
    return steadilyOf(url, mix);
  });
  const mixedAnew = await withServer(serveAzora(large, false), (url) => steadilyOf(url, mix));

  console.log(tableOf(HEAD, results.map(rowOf)));
  console.log(
    `All ten in turns at ${RATE} requests/s: p50 ${tenths(mixed.p50)} ms, p99 ${tenths(mixed.p99)} ms (${whole(mixed.requestsPerSecond)}/s); with no answer kept p50 ${tenths(mixedAnew.p50)} ms, p99 ${tenths(mixedAnew.p99)} ms (${whole(mixedAnew.requestsPerSecond)}/s).`,
  );
  if (!bench.withPostgraphile) console.log("PostGraphile was left out, as --without-postgraphile says.");
  if (!withPgbench)
    console.log("pgbench was left out, for it is not installed; Debian has it in postgresql-contrib.");
  return missed(results, mixed);
}

const HEAD = [
  "requests/s, p50/p99 in ms",
  "anew",
  "",
  "kept",
  "",
  "Ponder's GraphQL",
  "",
  "anew of it",
  "kept of it",
  "PostGraphile",
  "",
  "pgbench",
  "",
  "than of a tenth",
];

function rowOf({ read, anew, kept, ponder, postgraphile, database, ofTenth }: Measured): string[] {
  const cells = (one: Load | undefined) =>
    one ? [whole(one.requestsPerSecond), `${tenths(one.p50)}/${tenths(one.p99)}`] : ["", ""];
  const of = (one: Load) => (ponder ? times(one.requestsPerSecond / ponder.requestsPerSecond) : "");
  return [
    read.name,
    ...cells(anew),
    ...cells(kept),
    ...cells(ponder),
    of(anew),
    of(kept),
    ...cells(postgraphile),
    ...cells(database),
    times(slowerBy(anew, ofTenth)),
  ];
}

/** How many times as long an answer takes. */
const slowerBy = (one: Load, other: Load): number => other.requestsPerSecond / one.requestsPerSecond;

function missed(results: readonly Measured[], mixed: Load): string[] {
  const ratio = (name: string, which: "anew" | "kept"): number => {
    const found = results.find(({ read }) => read.name === name);
    return (found?.[which].requestsPerSecond ?? 0) / (found?.ponder?.requestsPerSecond ?? Number.NaN);
  };
  const aims: [name: string, which: "anew" | "kept", least: number][] = [
    [FLAT, "anew", LEAST_FLAT],
    [NESTED, "anew", LEAST_NESTED],
    [NESTED, "kept", LEAST_KEPT],
  ];
  return [
    ...aims
      .filter(([name, which, least]) => !(ratio(name, which) >= least))
      .map(
        ([name, which, least]) =>
          `${name}, ${which}: ${times(ratio(name, which))} of Ponder's GraphQL, not ${least}x.`,
      ),
    ...results
      .filter(({ anew, ofTenth }) => slowerBy(anew, ofTenth) > MOST_OF_TENTH)
      .map(
        ({ read, anew, ofTenth }) =>
          `${read.name} takes ${times(slowerBy(anew, ofTenth))} as long of ten times the data.`,
      ),
    ...(mixed.p99 > MOST_P99
      ? [`p99 at ${RATE} requests/s is ${tenths(mixed.p99)} ms, not ${MOST_P99}.`]
      : []),
    ...(mixed.requestsPerSecond < 0.99 * RATE
      ? [`Only ${whole(mixed.requestsPerSecond)} of ${RATE} requests/s.`]
      : []),
  ];
}

async function withServer<T>(
  serving: ReturnType<typeof serveAzora>,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const server = await serving;
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

/** What was asked twice is kept: connections that ask for the same in step would else measure the first time for long. */
async function askTwice(url: string, asks: Read["ours"]): Promise<void> {
  for (const ask of [...asks, ...asks]) await askOnce(url, ask);
}

/** The median of some, warm, as a server is that has been asked before: each connection has planned its statements. */
async function steadilyOf(url: string, asks: Read["ours"]): Promise<Load> {
  const options = { url, asks, seconds: MIX_SECONDS, rate: RATE };
  await steadyLoad(options);
  const loads: Load[] = [];
  while (loads.length < MIXES) loads.push(await steadyLoad(options));
  const middle = (of: keyof Load) => medianOf(loads.map((each) => each[of]));
  return { requestsPerSecond: middle("requestsPerSecond"), p50: middle("p50"), p99: middle("p99") };
}

/** Once to see that it is an answer, then for as long as it is measured. */
async function loadOf(url: string, asks: Read["ours"]): Promise<Load> {
  for (const ask of asks.slice(0, 1)) await askOnce(url, ask);
  await load(url, asks, { seconds: 1 });
  return load(url, asks, { seconds: SECONDS });
}
