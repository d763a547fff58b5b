import { sql } from "drizzle-orm";
import type { Head, IndexReader, Snapshot, Wait } from "../../database/IndexReader.ts";
import { ProblemError } from "../../http/errors.ts";
import { csvLine } from "./csv.ts";
import type { List } from "./lists.ts";

export type Format = "csv" | "ndjson";

/** The indexer replaces its views, for which every reader has to let go of them: an export that goes on would keep all waiting. */
class Replaced extends Error {
  override name = "Replaced";
}

const encoder = new TextEncoder();

/**
 * A whole list as of one block. It is read a page at a time, and the next only when the one before has been taken: so it
 * needs the same memory at any size. Who goes away ends the transaction; so does who takes nothing for as long as PostgreSQL
 * lets a transaction be idle.
 *
 * @throws ProblemError before anything is sent; what fails later cuts the answer off
 */
export async function exportList(
  index: IndexReader,
  { columns, read }: List,
  format: Format,
  wait: Wait,
): Promise<{ head: Head; body: ReadableStream<Uint8Array>; done: Promise<void> }> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  writer.closed.catch(() => undefined); // whoever writes finds out
  const begun = Promise.withResolvers<Head>();
  const write = async (snapshot: Snapshot): Promise<void> => {
    begun.resolve(snapshot.head);
    if (format === "csv") await writer.write(encoder.encode(csvLine(columns)));
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await read(snapshot, cursor);
      const lines = page.edges.map(({ node }) =>
        format === "csv"
          ? csvLine(columns.map((column) => node[column] ?? null))
          : `${JSON.stringify(node)}\n`,
      );
      await writer.write(encoder.encode(lines.join("")));
      cursor = page.edges.at(-1)?.cursor;
      more = page.more;
      if (more) await letReplace(snapshot);
    }
  };
  const done = index.read(write, wait).then(
    () => writer.close(),
    async (error) => {
      begun.reject(error);
      await writer.abort(error);
    },
  );
  done.catch(() => undefined); // who went away needs no answer
  return { head: await begun.promise, body: readable, done };
}

async function letReplace({ db }: Snapshot): Promise<void> {
  const { rows } = await db.execute<{ waited: boolean }>(
    sql`SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'block'::regclass AND NOT granted) AS waited`,
  );
  if (rows[0]?.waited) throw new Replaced("The index is being replaced.");
}

/** So many are written at a time: each has a connection to the database for as long as it takes. */
const AT_A_TIME = 3;

/** Counts what is under way. */
export class ExportLimit {
  #open = 0;

  /** @throws ProblemError if there are too many */
  async take<T extends { done: Promise<void> }>(start: () => Promise<T>): Promise<T> {
    if (this.#open >= AT_A_TIME)
      throw new ProblemError(503, `There are ${AT_A_TIME} exports under way already. Try again later.`);
    this.#open += 1;
    const end = () => {
      this.#open -= 1;
    };
    try {
      const started = await start();
      started.done.then(end, end);
      return started;
    } catch (error) {
      end();
      throw error;
    }
  }
}
