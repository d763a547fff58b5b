import * as schema from "@azora/indexer/schema";
import { is } from "drizzle-orm/entity";
import { drizzle } from "drizzle-orm/node-postgres";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { Client } from "pg";
import type { Db } from "../database/pools.ts";

/** In the order in which Ponder replaces their views: that of the file, where `block` comes first. */
const TABLES = [schema.block, ...Object.values(schema).filter((each) => each !== schema.block)].filter(
  (each) => is(each, PgTable),
);

/** The statements that make a table as Ponder does. */
function createTable(table: PgTable): string[] {
  const { name, columns, primaryKeys, indexes } = getTableConfig(table);
  const lines = columns.map(
    (column) =>
      `"${column.name}" ${column.getSQLType()}${column.notNull ? " NOT NULL" : ""}${column.primary ? " PRIMARY KEY" : ""}`,
  );
  const keys = primaryKeys.map(
    (key) => `PRIMARY KEY (${key.columns.map((column) => `"${column.name}"`).join(", ")})`,
  );
  return [
    `CREATE TABLE "${name}" (${[...lines, ...keys].join(", ")})`,
    ...indexes.map(
      ({ config }) => `CREATE INDEX ON "${name}" (${config.columns.map(columnName).join(", ")})`,
    ),
  ];
}

const columnName = (column: object) => ("name" in column ? `"${column.name}"` : "");

/** Tells of blocks that come and go as Ponder does, which watches a table of its own for it. */
const NOTIFY = [
  `CREATE FUNCTION notify_moved() RETURNS trigger LANGUAGE plpgsql
     AS $$ BEGIN PERFORM pg_notify('azora_live_query', '["block"]'); RETURN NULL; END $$`,
  "CREATE TRIGGER moved AFTER INSERT OR DELETE ON block FOR EACH STATEMENT EXECUTE FUNCTION notify_moved()",
];

/** One build of the index: a schema with tables, written like the indexer writes it. */
export class IndexBuild {
  readonly #client: Client;
  readonly #name: string;
  readonly db: Db;

  private constructor(client: Client, name: string) {
    this.#client = client;
    this.#name = name;
    this.db = drizzle(client);
  }

  /** @param url As the indexer's role. */
  static async create(url: string, name = "build_1"): Promise<IndexBuild> {
    const client = new Client(url);
    client.on("error", () => undefined); // what is under way fails by itself
    await client.connect();
    await client.query(`CREATE SCHEMA ${name}`);
    await client.query(`SET search_path = ${name}`);
    for (const statement of [...TABLES.flatMap(createTable), ...NOTIFY]) await client.query(statement);
    return new IndexBuild(client, name);
  }

  /** Shows this build, in one transaction, instead of the one before. */
  async publish(): Promise<void> {
    await this.#client.query("BEGIN");
    for (const { name } of TABLES.map(getTableConfig)) {
      await this.#client.query(`DROP VIEW IF EXISTS azora."${name}"`);
      await this.#client.query(`CREATE VIEW azora."${name}" AS SELECT * FROM ${this.#name}."${name}"`);
    }
    await this.#client.query("COMMIT");
  }

  /** What a reorganisation or a block does, in one transaction. */
  async transact(work: (db: Db) => Promise<void>): Promise<void> {
    await this.#client.query("BEGIN");
    await work(this.db);
    await this.#client.query("COMMIT");
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
