import { appOver } from "@azora/api/testing/app";
import { readNetwork } from "@azora/sdk/files";
import { Client } from "pg";
import { SCHEMA } from "../index/ponder.ts";
import type { Ask } from "./reads.ts";
import type { ServerOptions } from "./servers.ts";

/** As it is sent to the database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Where the API finds its tables. */
export const SCHEMAS = { index: SCHEMA, api: "azora_api" };

/** Asks the API in this process, and gives all statements that the answer took. @throws if it is refused */
export async function statementsOf(
  { databaseUrl, networkFile }: ServerOptions,
  ask: Ask,
): Promise<Statement[]> {
  const { app, pool } = appOver(databaseUrl, SCHEMAS, readNetwork(networkFile));
  const heard: Statement[] = [];
  const stop = listen((statement) => heard.push(statement));
  try {
    const response = await app.request(ask.path, {
      ...(ask.body !== undefined && {
        method: "POST",
        body: ask.body,
        headers: { "content-type": "application/json" },
      }),
    });
    if (!response.ok) throw new Error(`${ask.path}: ${response.status} ${await response.text()}`);
    await response.text();
    return heard;
  } finally {
    stop();
    await pool.end();
  }
}

/** Hears of everything that this process sends to databases. */
function listen(tell: (statement: Statement) => void): () => void {
  const send: unknown = Client.prototype.query;
  if (typeof send !== "function") throw new TypeError("Clients of PostgreSQL cannot be heard.");
  const heard = function (this: Client, query: unknown, values: unknown, ...rest: unknown[]): unknown {
    if (typeof query === "string") tell({ text: query, values: arrayOf(values) });
    else if (typeof query === "object" && query !== null && "text" in query)
      tell({ text: String(query.text), values: arrayOf("values" in query ? query.values : values) });
    return Reflect.apply(send, this, [query, values, ...rest]);
  };
  Object.assign(Client.prototype, { query: heard });
  return () => Object.assign(Client.prototype, { query: send });
}

const arrayOf = (values: unknown): readonly unknown[] => (Array.isArray(values) ? values : []);
