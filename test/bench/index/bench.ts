import type { Postgres } from "../../../scripts/postgres.ts";
import { benchChain } from "../data/chain.ts";
import type { HistorySize } from "../data/history.ts";
import { tableOf, tenths, times, whole } from "../table.ts";
import { bareLoop } from "./bare.ts";
import { envio } from "./envio.ts";
import { azora, plainPonder } from "./ponder.ts";
import { indexBy, type Result } from "./run.ts";

/** Of the plain Ponder app's time: what all the derived tables may cost. */
const MOST_OF_PLAIN = 1.5;

export interface IndexBench {
  readonly size: HistorySize;
  readonly postgres: Postgres;
  readonly folder: string;
  readonly withEnvio: boolean;
  say(line: string): void;
}

/** Side by side, one after the other, each into an empty database. Gives the aims that were missed. */
export async function benchIndex({ size, postgres, folder, withEnvio, say }: IndexBench): Promise<string[]> {
  const chain = await benchChain(size, say);
  try {
    say(`${whole(chain.events)} events (${whole(chain.realEvents)} of real lives) in ${chain.head} blocks.`);
    const results: Result[] = [];
    for (const contender of [bareLoop, ...(withEnvio ? [envio] : []), plainPonder, azora]) {
      const result = await indexBy(contender, chain, postgres, folder);
      say(`${contender.name}: ${tenths(result.seconds)} s.`);
      results.push(result);
    }
    const secondsOf = (name: string) =>
      results.find(({ contender }) => contender.name === name)?.seconds ?? Number.NaN;
    const plain = secondsOf(plainPonder.name);
    console.log(
      tableOf(
        ["", "keeps", "seconds", "events/s", "rows", "of plain Ponder's time"],
        results.map(({ contender, seconds, events, rows }) => [
          contender.name,
          contender.keeps,
          tenths(seconds),
          whole(events / seconds),
          whole(rows),
          times(seconds / plain),
        ]),
      ),
    );
    if (!withEnvio)
      console.log(
        "Envio was left out; run without --without-envio to compare with it, which npm then brings.",
      );
    const ours = secondsOf(azora.name);
    return [
      ...(ours > MOST_OF_PLAIN * plain
        ? [`Azora takes ${times(ours / plain)} of plain Ponder's time, not ${MOST_OF_PLAIN}x.`]
        : []),
      ...(withEnvio && ours > secondsOf(envio.name) ? [`Azora takes longer than Envio.`] : []),
    ];
  } finally {
    await chain.stop();
  }
}
