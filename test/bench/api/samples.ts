import { withDatabase } from "../../../scripts/local/database.ts";
import { SCHEMA } from "../index/ponder.ts";
import type { Samples } from "./reads.ts";

const COUNT = 200;

/** Keys of rows from all over the tables, the same each time. */
export async function samplesOf(databaseUrl: string): Promise<Samples> {
  return withDatabase(databaseUrl, async (database) => {
    const keys = async <key>(
      table: string,
      column: string,
      { where = "true", first = "" } = {},
    ): Promise<key[]> => {
      const { rows } = await database.query<{ key: key }>(
        `SELECT "${column}" AS key FROM "${SCHEMA}"."${table}" WHERE ${where} ORDER BY ${first} md5("${column}"::text) LIMIT ${COUNT}`,
      );
      if (rows.length === 0) throw new Error(`There is no ${table} to ask for.`);
      return rows.map(({ key }) => key);
    };
    return {
      // Those that were judged have the most to tell.
      contributions: await keys("contribution", "id", { where: "level IS NOT NULL" }),
      // Those with most works, so that a page is full.
      registrants: await keys("account", "address", { where: "registered > 0", first: "registered DESC," }),
      accounts: await keys("account", "address"),
      leaves: (await keys<string>("leaf", "index")).map(Number),
    };
  });
}
