import { ponder } from "ponder:registry";
import { contractsOf } from "@azora/indexer/contracts";
import { readNetwork } from "@azora/sdk/files";
import { stringify } from "viem";
import { log } from "../ponder.schema.ts";

/** What Ponder gives the handler of a log, and takes the registration by: its own types know each name apart. */
interface Given {
  event: {
    id: string;
    args: object;
    log: { address: `0x${string}` };
    block: { number: bigint; timestamp: bigint };
    transaction: { hash: `0x${string}` };
  };
  context: { db: { insert(table: typeof log): { values(row: typeof log.$inferInsert): Promise<unknown> } } };
}
const on: (name: never, handle: (given: Given) => Promise<void>) => void = ponder.on.bind(ponder);

const { deployment } = readNetwork(process.env.AZORA_NETWORK ?? "");
for (const [contract, { abi }] of Object.entries(contractsOf(deployment)))
  for (const item of abi)
    if (item.type === "event")
      on(`${contract}:${item.name}` as never, async ({ event, context }) => {
        await context.db.insert(log).values({
          id: event.id,
          contract: event.log.address,
          args: stringify(event.args),
          block: event.block.number,
          timestamp: event.block.timestamp,
          tx: event.transaction.hash,
        });
      });
