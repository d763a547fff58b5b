import type { Deployment, ProtocolLog } from "@azora/sdk";
import { is } from "drizzle-orm/entity";
import { PgTable } from "drizzle-orm/pg-core";
import type { Hex } from "viem";
import { contractsOf } from "../contracts.ts";
import * as schema from "../ponder.schema.ts";
import { loadHandlers } from "./load.ts";
import { MemoryTables, type Row } from "./MemoryTables.ts";
import type { Handler } from "./registry.ts";

export { keyColumns } from "./keys.ts";
export { loadHandlers } from "./load.ts";
export { asKept, type MemoryDb, type Row } from "./MemoryTables.ts";
export type { Handler } from "./registry.ts";

/** By contract and event, as `Contract:Event`. */
export type Handlers = ReadonlyMap<string, Handler>;

/** A block's header, as far as handlers see it. */
export interface Header {
  readonly number: bigint;
  readonly hash: Hex;
  readonly parentHash: Hex;
  readonly timestamp: bigint;
}

/** All tables of the index. */
export const tables: readonly PgTable[] = Object.values(schema).filter((each) => is(each, PgTable));

/** How many digits each part of an event's id has: time, chain, block, transaction, kind of event, place in the block. */
const DIGITS = [10, 16, 16, 16, 1, 16] as const;
/** What Ponder calls a log in such an id. */
const LOG = 5;

/** What the index has to be: its own handlers, run in memory over logs that come from a node and not from the index. */
export class Replay {
  readonly #memory = new MemoryTables(tables);
  readonly #deployment: Deployment;
  readonly #contracts: ReturnType<typeof contractsOf>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #handlers: Handlers;
  readonly #depth: bigint;

  private constructor(deployment: Deployment, handlers: Handlers, depth: bigint) {
    this.#deployment = deployment;
    this.#contracts = contractsOf(deployment);
    this.#handlers = handlers;
    this.#depth = depth;
    this.#names = new Map(
      Object.entries(this.#contracts).map(([name, { address }]) => [address.toLowerCase(), name]),
    );
  }

  /**
   * @param depth How many blocks can be undone.
   * @param handlers Others than the index's own, to see what becomes of it then.
   */
  static async create(deployment: Deployment, depth: bigint, handlers?: Handlers): Promise<Replay> {
    return new Replay(deployment, handlers ?? (await loadHandlers()), depth);
  }

  /** Takes the logs of one block, in their order. */
  async take(header: Header, logs: readonly ProtocolLog[]): Promise<void> {
    this.#memory.begin(header.number, this.#depth);
    const { db } = this.#memory;
    const context = { db, contracts: this.#contracts };
    for (const log of logs) {
      const name = `${this.#names.get(log.address.toLowerCase())}:${log.eventName}`;
      const event = {
        id: this.#idOf(header, log),
        name,
        args: log.args,
        log,
        block: header,
        transaction: { hash: log.transactionHash },
      };
      // Events without a handler leave no row.
      await this.#handlers.get(name)?.({ event, context });
    }
  }

  /** Forgets a block's logs: of the last ones only, the latest first. */
  undo(block: bigint): void {
    this.#memory.undo(block);
  }

  /** How many rows all tables have together. */
  get size(): number {
    return tables.reduce((sum, table) => sum + this.rows(table).size, 0);
  }

  rows(table: PgTable): ReadonlyMap<string, Row> {
    return this.#memory.rows(table);
  }

  keyOf(table: PgTable, row: Row): string {
    return this.#memory.keyOf(table, row);
  }

  #idOf({ timestamp, number }: Header, { transactionIndex, logIndex }: ProtocolLog): string {
    const parts = [timestamp, this.#deployment.chainId, number, transactionIndex, LOG, logIndex];
    return parts.map((part, i) => String(part).padStart(DIGITS[i] ?? 0, "0")).join("");
  }
}
