import { type Handlers, type MemoryDb, Replay } from "@azora/api/auditor";
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Past } from "./Past.ts";

type Handler = NonNullable<ReturnType<Handlers["get"]>>;
type Key = Parameters<MemoryDb["find"]>[1];

/** Runs handlers over what happened, up to a block. Their own failure is that of the index: it stops there. */
export async function replayOf(past: Past, handlers?: Handlers): Promise<Replay> {
  const replay = await Replay.create(past.deployment, 0n, handlers);
  for (const [number, logs] of Map.groupBy(past.logs, (log) => log.blockNumber)) {
    const header = past.headers.get(number);
    if (header === undefined) throw new Error(`Block ${number} has logs and no header.`);
    await replay.take(header, logs);
  }
  return replay;
}

/** The handler of one event without its effect on one table. */
export interface Sabotage {
  readonly event: string;
  readonly table: PgTable;
}

export const nameOf = ({ event, table }: Sabotage): string => `${event} on ${getTableName(table)}`;

/** Each effect that handlers have on a table over what happened. */
export async function effectsOf(past: Past, handlers: Handlers): Promise<Sabotage[]> {
  const effects = new Map<string, Sabotage>();
  const watched = new Map(
    [...handlers].map(([event, handler]) => [
      event,
      withDb(handler, (db) =>
        watching(db, (table) => {
          const effect = { event, table };
          effects.set(nameOf(effect), effect);
        }),
      ),
    ]),
  );
  await replayOf(past, watched);
  return [...effects.values()];
}

export function sabotaged(handlers: Handlers, { event, table }: Sabotage): Handlers {
  const handler = handlers.get(event);
  if (handler === undefined) throw new Error(`Nothing handles ${event}.`);
  return new Map(handlers).set(
    event,
    withDb(handler, (db) => withoutEffect(db, table)),
  );
}

function withDb(handler: Handler, change: (db: MemoryDb) => MemoryDb): Handler {
  return ({ event, context }) => {
    const given = context as { db: MemoryDb };
    return handler({ event, context: { ...given, db: change(given.db) } });
  };
}

function watching(db: MemoryDb, note: (table: PgTable) => void): MemoryDb {
  const noted = <args extends unknown[], T>(work: (table: PgTable, ...args: args) => T) => {
    return (table: PgTable, ...args: args): T => {
      note(table);
      return work(table, ...args);
    };
  };
  return { ...db, insert: noted(db.insert), update: noted(db.update), delete: noted(db.delete) };
}

/** Whatever is done to a table is answered as if it was done, and undone. */
function withoutEffect(db: MemoryDb, sabotaged: PgTable): MemoryDb {
  async function undone<T>(table: PgTable, key: Key, work: () => Promise<T>): Promise<T> {
    const before = await db.find(table, key);
    const result = await work();
    if (before === null) await db.delete(table, key);
    else await db.insert(table).values(before).onConflictDoUpdate(before);
    return result;
  }

  return {
    find: db.find,
    insert(table) {
      if (table !== sabotaged) return db.insert(table);
      return {
        values(row) {
          type Insertion = ReturnType<ReturnType<MemoryDb["insert"]>["values"]>;
          let conclude = (insertion: Insertion): Promise<Key | null> => insertion;
          const done = Promise.resolve().then(() =>
            undone(table, row, () => conclude(db.insert(table).values(row))),
          );
          return Object.assign(done, {
            onConflictDoNothing: () => {
              conclude = (insertion) => insertion.onConflictDoNothing();
              return done;
            },
            onConflictDoUpdate: (change: Parameters<Insertion["onConflictDoUpdate"]>[0]) => {
              conclude = (insertion) => insertion.onConflictDoUpdate(change);
              return done;
            },
          });
        },
      };
    },
    update(table, key) {
      if (table !== sabotaged) return db.update(table, key);
      return { set: (change) => undone(table, key, () => db.update(table, key).set(change)) };
    },
    delete(table, key) {
      return table === sabotaged ? undone(table, key, () => db.delete(table, key)) : db.delete(table, key);
    },
  };
}
