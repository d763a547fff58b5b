import { type Context, ponder as registry } from "ponder:registry";
import { event as table } from "ponder:schema";
import { LeafKind, nodesOf } from "@azora/sdk";
import type { AbiParameter, Hex } from "viem";

/** What Ponder gives the handler of a log. */
interface LogEvent {
  args: object;
  log: { logIndex: number };
  block: { number: bigint };
  transaction: { hash: Hex };
}

/** Ponder's registry, but that each event is noted before its handler runs: none is left out of what readers follow. */
export const ponder: typeof registry = {
  on: (name, handle) =>
    registry.on(name, async (given) => {
      const { event, context }: { event: unknown; context: Pick<Context, "db" | "contracts"> } = given;
      if (!isLog(event)) throw new Error(`${name} is not the name of a log.`);
      await noteEvent(context, name, event);
      await handle(given);
    }),
};

const isLog = (event: unknown): event is LogEvent =>
  typeof event === "object" && event !== null && "log" in event && "args" in event;

const inputs = new Map<string, readonly AbiParameter[]>();

async function noteEvent(
  { db, contracts }: Pick<Context, "db" | "contracts">,
  name: string,
  { args, log, block, transaction }: LogEvent,
): Promise<void> {
  let known = inputs.get(name);
  if (known === undefined) {
    known = inputsOf(contracts, name);
    inputs.set(name, known);
  }
  // What anybody anchors under the name of a work is no news of it.
  const told = "kind" in args && args.kind === LeafKind.Anchored ? { ...args, subject: undefined } : args;
  await db.insert(table).values({
    block: block.number,
    logIndex: log.logIndex,
    name: name.replace(":", "."),
    tx: transaction.hash,
    nodes: nodesOf(known, told),
  });
}

function inputsOf(contracts: Context["contracts"], name: string): readonly AbiParameter[] {
  const [contract, event] = name.split(":");
  for (const [each, { abi }] of Object.entries(contracts))
    if (each === contract)
      for (const item of abi) if (item.type === "event" && item.name === event) return item.inputs;
  throw new Error(`There is no ABI of ${name}.`);
}
