import { type Context, ponder as registry } from "ponder:registry";
import { event as table } from "ponder:schema";
import { joinNodes, LeafKind, type Node, nodesReader } from "@azora/sdk";
import type { Hex } from "viem";
import { type Block, noteBlockOf } from "./blocks.ts";

/** What Ponder gives the handler of a log. */
interface LogEvent {
  args: object;
  log: { logIndex: number };
  block: Block;
  transaction: { hash: Hex };
}

/** Ponder's registry, but that each event and its block are noted before its handler runs: readers follow them all. */
export const ponder: typeof registry = {
  on: (name, handle) =>
    registry.on(name, async (given) => {
      const { event, context }: { event: unknown; context: Pick<Context, "db" | "contracts"> } = given;
      if (!isLog(event)) throw new Error(`${name} is not the name of a log.`);
      await noteBlockOf(context.db, event);
      await noteEvent(context, name, event);
      await handle(given);
    }),
};

const isLog = (event: unknown): event is LogEvent =>
  typeof event === "object" && event !== null && "log" in event && "args" in event;

/** By the name of the event. */
const readers = new Map<string, (args: object) => Node[]>();

async function noteEvent(
  { db, contracts }: Pick<Context, "db" | "contracts">,
  name: string,
  { args, log, block, transaction }: LogEvent,
): Promise<void> {
  let read = readers.get(name);
  if (read === undefined) {
    read = nodesReader(inputsOf(contracts, name));
    readers.set(name, read);
  }
  // What anybody anchors under the name of a work is no news of it.
  const told = "kind" in args && args.kind === LeafKind.Anchored ? { ...args, subject: undefined } : args;
  await db.insert(table).values({
    block: block.number,
    logIndex: log.logIndex,
    name: name.replace(":", "."),
    tx: transaction.hash,
    nodes: joinNodes(read(told)),
  });
}

function inputsOf(contracts: Context["contracts"], name: string) {
  const [contract, event] = name.split(":");
  for (const [each, { abi }] of Object.entries(contracts))
    if (each === contract)
      for (const item of abi) if (item.type === "event" && item.name === event) return item.inputs;
  throw new Error(`There is no ABI of ${name}.`);
}
