import { withDatabase } from "../../../scripts/local/database.ts";
import { SCHEMA } from "../index/ponder.ts";
import { PAGE, type Samples } from "./reads.ts";

const COUNT = 200;

/** Keys of rows from all over the tables, the same each time. */
export async function samplesOf(databaseUrl: string): Promise<Samples> {
  return withDatabase(databaseUrl, async (database) => {
    const keys = async <key>(table: string, column: string, where = "true"): Promise<key[]> => {
      const { rows } = await database.query<{ key: key }>(
        `SELECT "${column}" AS key FROM "${SCHEMA}"."${table}" WHERE ${where} ORDER BY md5("${column}"::text) LIMIT ${COUNT}`,
      );
      if (rows.length === 0) throw new Error(`There is no ${table} to ask for.`);
      return rows.map(({ key }) => key);
    };
    return {
      // Those that were judged have the most to tell.
      contributions: await keys("contribution", "id", "level IS NOT NULL"),
      // Those with a full page of works, if there are any.
      registrants: await keys(
        "account",
        "address",
        `registered >= least(${PAGE}, (SELECT max(registered) FROM "${SCHEMA}".account))`,
      ),
      accounts: await keys("account", "address"),
      leaves: (await keys<string>("leaf", "index")).map(Number),
    };
  });
}
