import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { createPublicClient, http, type RpcLog } from "viem";
import { withDatabase } from "../../../scripts/local/database.ts";
import type { Contender } from "./contender.ts";

const RANGE = 50n;
const TABLE =
  "CREATE TABLE log (block bigint, log_index integer, address text, topics text, data text, tx text, PRIMARY KEY (block, log_index))";

/** What no indexer can beat: the logs as the node gives them, straight into a table. */
export const bareLoop: Contender = {
  name: "bare loop",
  keeps: "raw logs",
  async run({ chain, databaseUrl }) {
    const started = performance.now();
    const client = createPublicClient({ transport: http(chain.rpcUrl, { timeout: 60_000 }) });
    const address = Object.values(chain.deployment.addresses);
    async function* lines() {
      for (let from = 0n; from <= chain.head; from += RANGE) {
        const range = {
          fromBlock: `0x${from.toString(16)}`,
          toBlock: `0x${(from + RANGE - 1n).toString(16)}`,
        } as const;
        const logs: RpcLog[] = await client.request({
          method: "eth_getLogs",
          params: [{ address, ...range }],
        });
        yield logs.map(lineOf).join("");
      }
    }
    return withDatabase(databaseUrl, async (database) => {
      await database.query(TABLE);
      await pipeline(Readable.from(lines()), database.query(copyFrom("COPY log FROM STDIN")));
      const seconds = (performance.now() - started) / 1_000;
      const { rows } = await database.query<{ count: string }>("SELECT count(*) FROM log");
      const events = Number(rows[0]?.count);
      return { seconds, events, rows: events };
    });
  },
};

const lineOf = ({ blockNumber, logIndex, address, topics, data, transactionHash }: RpcLog): string =>
  `${[Number(blockNumber), Number(logIndex), address, topics.join(","), data, transactionHash].join("\t")}\n`;
