import type { Postgres } from "../../../scripts/postgres.ts";
import type { BenchChain } from "../data/chain.ts";
import { tableOf, tenths, times, whole } from "../table.ts";
import { bareLoop } from "./bare.ts";
import type { Contender } from "./contender.ts";
import { envio } from "./envio.ts";
import { azora, plainPonder } from "./ponder.ts";
import { indexBy, type Placed } from "./run.ts";

/** Of the plain Ponder app's time: what all the derived tables may cost. */
const MOST_OF_PLAIN = 1.5;

export interface IndexBench {
  readonly chain: BenchChain;
  readonly postgres: Postgres;
  readonly folder: string;
  readonly withEnvio: boolean;
  say(line: string): void;
}

export interface IndexBenched {
  /** The product's index, which stays. */
  readonly ours: Placed;
  /** The aims that were missed. */
  readonly missed: readonly string[];
}

/** Side by side, one after the other, each into an empty database. */
export async function benchIndex({
  chain,
  postgres,
  folder,
  withEnvio,
  say,
}: IndexBench): Promise<IndexBenched> {
  say(`${whole(chain.events)} events (${whole(chain.realEvents)} of real lives) in ${chain.head} blocks.`);
  const results: Placed[] = [];
  const run = async (contender: Contender): Promise<Placed> => {
    const result = await indexBy(contender, chain, postgres, folder);
    say(`${contender.name}: ${tenths(result.seconds)} s.`);
    results.push(result);
    return result;
  };
  await run(bareLoop);
  const others = withEnvio ? await run(envio) : undefined;
  const plain = await run(plainPonder);
  const ours = await run(azora);
  console.log(
    tableOf(
      ["", "keeps", "seconds", "events/s", "rows", "of plain Ponder's time"],
      results.map(({ contender, seconds, events, rows }) => [
        contender.name,
        contender.keeps,
        tenths(seconds),
        whole(events / seconds),
        whole(rows),
        times(seconds / plain.seconds),
      ]),
    ),
  );
  if (!withEnvio)
    console.log("Envio was left out; run without --without-envio to compare with it, which npm then brings.");
  return {
    ours,
    missed: [
      ...(ours.seconds > MOST_OF_PLAIN * plain.seconds
        ? [
            `Azora takes ${times(ours.seconds / plain.seconds)} of plain Ponder's time, not ${MOST_OF_PLAIN}x.`,
          ]
        : []),
      ...(others && ours.seconds > others.seconds ? ["Azora takes longer than Envio."] : []),
    ],
  };
}
